import type { VirtualClock } from '../../dev/clock';
import { smallSite, type SmallSite } from './small-site';
import { RATED } from './rated-rubric';

const HOUR_MS = 3_600_000;

/** Two issues of payments, one with an incident, and one of a project that stays. */
async function aSite(): Promise<SmallSite> {
  const site = smallSite(
    [
      { key: 'PAY-1', priority: 'High' },
      { key: 'PAY-2', priority: 'Low' },
      { key: 'INC-1', projectKey: 'INC', typeName: 'Incident', priority: 'High' },
      { key: 'SUP-1', projectKey: 'SUP', typeName: 'Support request' },
    ],
    [{ typeName: 'Relates', sourceKey: 'PAY-1', destinationKey: 'INC-1' }],
  );
  site.dev.announceInstalled();
  await site.settle();
  return site;
}

/** A night passes: the daily run, and the hour after it. */
async function aNight(site: SmallSite): Promise<void> {
  const clock = site.dev.clock as VirtualClock;
  await clock.advance(23 * HOUR_MS);
  await site.dev.host.runSchedule('daily');
  await clock.advance(HOUR_MS);
  await site.dev.host.runSchedule('hourly');
  await site.settle();
}

const projectsOf = (site: SmallSite): readonly string[] =>
  [
    ...new Set(
      [...site.dev.host.dumpKvs()].flatMap(({ entity, value }) =>
        entity === 'ledger' && (value as { issueKey: string }).issueKey.length > 1
          ? [(value as { issueKey: string }).issueKey.replace(/-\d+$/u, '')]
          : [],
      ),
    ),
  ].sort();

/** When the last reconciliation that came to its end began. */
function reconciledAt(site: SmallSite): number {
  const note = [...site.dev.host.dumpKvs()].find(({ key }) => key === 'health:reconciled');
  return Date.parse((note?.value as { at: string } | undefined)?.at ?? '');
}

describe('a project that goes', () => {
  it.each([
    ['is deleted', (site: SmallSite) => site.dev.site.projects.remove('PAY')],
    ['goes to the trash', (site: SmallSite) => site.dev.site.projects.trash('PAY')],
    ['is archived', (site: SmallSite) => site.dev.site.projects.archive('PAY')],
    ['is hidden from the app', (site: SmallSite) => site.dev.site.projects.hideFromApp('PAY')],
  ])('ends no reconciliation when it %s, and is forgotten', async (_, goes) => {
    const site = await aSite();
    goes(site);
    await aNight(site);
    const first = reconciledAt(site);
    // What no event told of is mended all the same.
    site.dev.host.setDelivery({ eventDelayMs: 1_000 * HOUR_MS });
    await site.edit('INC-1', { priority: { name: 'Low' } });
    const created = await site.create('INC', 'Incident', { priority: { name: 'High' } });
    await aNight(site);
    expect(reconciledAt(site)).toBeGreaterThan(first);
    expect((await site.fields(created)).lane).not.toBeNull();
    expect(projectsOf(site)).toEqual(['INC', 'SUP']);
  });

  it.each([
    [
      'from the trash',
      (site: SmallSite) => site.dev.site.projects.trash('PAY'),
      (site: SmallSite) => site.dev.site.projects.restore('PAY'),
    ],
    [
      'from the archive',
      (site: SmallSite) => site.dev.site.projects.archive('PAY'),
      (site: SmallSite) => site.dev.site.projects.unarchive('PAY'),
    ],
  ])('is forgotten at once and found again as soon as it is back %s', async (_, goes, comes) => {
    const site = await aSite();
    const before = await state(site);
    goes(site);
    await site.settle();
    expect(projectsOf(site)).toEqual(['INC', 'SUP']);
    comes(site);
    await site.settle();
    expect(await state(site)).toEqual(before);
  });

  it('of incidents takes what it says of other issues along, and brings it back', async () => {
    const site = await aSite();
    const before = await state(site);
    site.dev.site.projects.archive('INC');
    await site.settle();
    const { projects } = site.dev.site;
    expect((await site.fields('PAY-1')).reasons).not.toContain('incident');
    projects.unarchive('INC');
    await site.settle();
    expect(await state(site)).toEqual(before);
  });

  it('is found again the night after the app, which was blind for it, sees it', async () => {
    const site = await aSite();
    const { projects } = site.dev.site;
    const before = await state(site);
    projects.hideFromApp('PAY');
    await site.edit('PAY-1', { summary: 'Something else' });
    await aNight(site);
    projects.showToApp('PAY');
    await aNight(site);
    expect(await state(site)).toEqual(before);
  });

  it('leaves everything as it is when the app is blind for the whole site', async () => {
    const site = await aSite();
    const { projects } = site.dev.site;
    const before = await state(site);
    for (const key of ['PAY', 'INC', 'SUP']) projects.hideFromApp(key);
    await aNight(site);
    expect(projectsOf(site)).toEqual(['INC', 'PAY', 'SUP']);
    for (const key of ['PAY', 'INC', 'SUP']) projects.showToApp(key);
    await aNight(site);
    expect(await state(site)).toEqual(before);
  });

  it('goes on being scored under its new key', async () => {
    const site = await aSite();
    site.dev.site.projects.rename('PAY', 'PYM');
    await aNight(site);
    const before = (await site.fields('PYM-1')).score ?? NaN;
    await site.edit('PYM-1', { priority: { name: 'Lowest' } });
    await site.settle();
    expect((await site.fields('PYM-1')).score).toBeLessThan(before);
    await aNight(site);
    expect(reconciledAt(site)).toBeGreaterThan(
      (site.dev.clock as VirtualClock).now() - 2 * HOUR_MS,
    );
    expect(projectsOf(site)).toEqual(['INC', 'PYM', 'SUP']);
  });
});

describe('what people entered about an issue', () => {
  it('stays while the app cannot find the issue, however it comes to look', async () => {
    const site = await aSite();
    const entered = () => enteredOn(site, '10001');
    await enterSomething(site);
    const before = entered();
    expect(before).toHaveLength(3);
    site.dev.site.projects.hideFromApp('PAY');
    await site.edit('PAY-1', { priority: { name: 'Low' } });
    await site.settle();
    await aNight(site);
    expect(entered()).toEqual(before);
  });
});

/** What Jira's fields and the ledger say of payments, but when it was found. */
async function state(site: SmallSite): Promise<unknown> {
  const ledger = [...site.dev.host.dumpKvs()].flatMap(({ entity, value }) => {
    if (entity !== 'ledger') return [];
    const { issueId, issueKey, project, lane, score, shelf } = value as Record<string, unknown>;
    return [{ issueId, issueKey, project, lane, score, shelf }];
  });
  return { ledger, fields: await Promise.all(['PAY-1', 'PAY-2', 'INC-1'].map(site.fields)) };
}

/** An override, a vote and a post-mortem of PAY-1. */
async function enterSomething(site: SmallSite): Promise<void> {
  const ask = (functionKey: string, payload: object) =>
    site.dev.host.invoke({
      resolverFunction: 'resolver',
      functionKey,
      payload,
      context: {},
      accountId: site.dev.adminId,
    });
  const issueId = '10001';
  const answers = [
    await ask('rubric.publish', {
      project: 'PAY',
      document: RATED,
      reason: 'We ask people',
      base: 0,
    }),
    await ask('votes.cast', { issueId, criterion: 'strategy', value: 4 }),
    await ask('override.propose', {
      issueId,
      seen: '',
      wish: { kind: 'lane', lane: 'hot fix', reason: 'It burns', until: '2026-12-30' },
    }),
  ];
  await site.settle();
  answers.push(await ask('postmortem.start', { issueId }));
  await site.settle();
  expect(answers).toEqual(answers.map(() => expect.objectContaining({ ok: true }) as unknown));
}

/** Votes and overrides, the post-mortem and the log. */
const enteredOn = (site: SmallSite, issueId: string): readonly unknown[] =>
  [...site.dev.host.dumpKvs()].flatMap(({ entity, key, value }) =>
    ['attached', 'postmortem'].includes(entity ?? '') && key === issueId
      ? [value]
      : entity === 'decision' && (value as { kind: string }).kind === 'override'
        ? [value]
        : [],
  );
