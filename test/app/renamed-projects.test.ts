import type { Answer, Ask, Question, Reply } from '../../src/contract';
import type { VirtualClock } from '../../dev/clock';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { smallSite, type SmallSite } from './small-site';

const HOUR_MS = 3_600_000;
const OWN = { ...defaultRubric, name: 'Our own' };

async function get<Q extends Question>(
  site: SmallSite,
  question: Q,
  ask: Ask<Q>,
): Promise<Answer<Q>> {
  const reply = (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload: ask,
    context: {},
    accountId: site.dev.adminId,
  })) as Reply<Answer<Q>>;
  if (!reply.ok) throw new Error(`${question}: ${reply.refusal.what}`);
  return reply.value;
}

/** What people entered in the settings of PAY and on its first issue. */
async function aSite(): Promise<SmallSite> {
  const site = smallSite([
    { key: 'PAY-1', priority: 'High' },
    { key: 'PAY-2', priority: 'Low' },
    { key: 'OPS-1', projectKey: 'OPS', priority: 'High' },
  ]);
  site.dev.announceInstalled();
  await site.settle();
  const project = 'PAY';
  await get(site, 'pilot.begin', { project, reason: 'We only look' });
  await get(site, 'rubric.publish', { project, document: OWN, reason: 'Ours', base: 0 });
  await site.settle();
  await get(site, 'draft.save', {
    project,
    document: { ...OWN, name: 'Half done' },
    inherits: [],
    base: 1,
    seen: 0,
  });
  await get(site, 'override.propose', {
    issueId: '10001',
    seen: '',
    wish: { kind: 'lane', lane: 'hot fix', reason: 'It burns', until: '2026-12-30' },
  });
  await site.settle();
  await get(site, 'postmortem.start', { issueId: '10001' });
  await get(site, 'job.start', { project, jql: '' });
  await get(site, 'job.pause', { project });
  await site.settle();
  return site;
}

/** What is told of a project to its administrator, but for its key. */
async function toldOf(site: SmallSite, project: string): Promise<unknown> {
  const { project: _, ...settings } = await get(site, 'settings.view', { project });
  const { versions } = await get(site, 'rubric.versions', { project, before: null });
  const { pilot, issues, lanes } = await get(site, 'pilot.view', { project });
  const { id, state } = (await get(site, 'job.view', { project })) ?? {};
  return { settings, versions, pilot, issues, lanes, job: { id, state } };
}

async function toldOfIssue(site: SmallSite): Promise<unknown> {
  const issueId = '10001';
  const { key: _, ...score } = (await get(site, 'score.view', { issueId })) as unknown as Record<
    string,
    unknown
  >;
  const { score: own, lane } = score;
  return {
    own,
    lane,
    promises: await get(site, 'followthrough.view', { issueId }),
    decisions: (await get(site, 'decisions.list', { issueId, before: null })).decisions,
  };
}

async function aNight(site: SmallSite): Promise<void> {
  const clock = site.dev.clock as VirtualClock;
  await clock.advance(23 * HOUR_MS);
  await site.dev.host.runSchedule('daily');
  await clock.advance(HOUR_MS);
  await site.dev.host.runSchedule('hourly');
  await site.settle();
}

const EMPTY = {
  settings: { published: { source: 'default', version: 0 }, draft: null, waiting: null },
  versions: [],
  pilot: null,
  issues: 0,
  job: { id: undefined },
};

describe('a project whose key is changed', () => {
  it('keeps everything that people entered, and its pilot', async () => {
    const site = await aSite();
    const before = await toldOf(site, 'PAY');
    expect(before).toMatchObject({
      settings: { published: { version: 1 }, draft: { document: { name: 'Half done' } } },
      versions: [{ version: 1 }],
      pilot: { reason: 'We only look' },
      issues: 2,
      job: { state: 'paused' },
    });
    const ofIssue = await toldOfIssue(site);
    site.dev.site.projects.rename('PAY', 'PYM');
    expect(await toldOf(site, 'PYM')).toEqual(before);
    expect(await toldOfIssue(site)).toEqual(ofIssue);
    const written = await site.fields('PYM-1');
    await site.edit('PYM-1', { priority: { name: 'Lowest' } });
    await site.settle();
    expect(await site.fields('PYM-1')).toEqual(written);
    expect(await toldOf(site, 'PYM')).toMatchObject({ pilot: { reason: 'We only look' } });
  });

  it('leads to the same under its former key, until another project has that: which begins with nothing', async () => {
    const site = await aSite();
    const before = await toldOf(site, 'PAY');
    site.dev.site.projects.rename('PAY', 'PYM');
    expect(await toldOf(site, 'PAY')).toEqual(before);
    site.dev.site.projects.create('PAY', 'Payroll');
    expect(await toldOf(site, 'PAY')).toMatchObject(EMPTY);
    const created = await site.create('PAY', 'Bug', { priority: { name: 'High' } });
    await site.settle();
    // No pilot keeps the app from writing here.
    expect((await site.fields(created)).score).not.toBeNull();
    await aNight(site);
    expect(await toldOf(site, 'PAY')).toMatchObject({ ...EMPTY, issues: 1 });
    expect(await toldOf(site, 'PYM')).toMatchObject({
      settings: { published: { version: 1 } },
      pilot: { reason: 'We only look' },
      issues: 2,
      job: { state: 'paused' },
    });
  });

  it('is another than the one that had its key and was deleted', async () => {
    const site = await aSite();
    site.dev.site.projects.remove('PAY');
    site.dev.site.projects.create('PAY', 'Payroll');
    await site.settle();
    expect(await toldOf(site, 'PAY')).toMatchObject(EMPTY);
  });
});

describe('a rubric that names the project of incidents', () => {
  it('means that project under its next key, and no other that takes the old one', async () => {
    const site = smallSite(
      [
        { key: 'PAY-1', priority: 'Low' },
        { key: 'PAY-2', priority: 'Low' },
        { key: 'INC-1', projectKey: 'INC', typeName: 'Bug', priority: 'Highest' },
      ],
      [{ typeName: 'Relates', sourceKey: 'PAY-1', destinationKey: 'INC-1' }],
    );
    site.dev.announceInstalled();
    await site.settle();
    const { incidents } = defaultRubric.evidence;
    const evidence = {
      ...defaultRubric.evidence,
      incidents: { ...incidents, types: ['Outage'], projects: ['INC'] },
    };
    await get(site, 'rubric.publish', {
      project: null,
      document: { ...defaultRubric, evidence },
      reason: 'All of it',
    });
    await site.settle();
    const before = await site.fields('PAY-1');
    expect(before.reasons).toContain('incident');
    site.dev.site.projects.rename('INC', 'OUT');
    await site.settle();
    site.dev.site.projects.create('INC', 'Incoming mail');
    const mail = await site.create('INC', 'Bug', { priority: { name: 'Highest' } });
    await site.link('Relates', 'PAY-2', mail);
    await site.edit('PAY-1', { summary: 'Read again' });
    await site.settle();
    expect(await site.fields('PAY-1')).toEqual(before);
    expect((await site.fields('PAY-2')).reasons).not.toContain('incident');
    const { published } = await get(site, 'settings.view', { project: null });
    expect(JSON.stringify(published)).toContain('"projects":["OUT"]');
  });
});

describe('a page that is open while the key of its project is changed', () => {
  it('goes on with the project that it was opened in', async () => {
    const site = await aSite();
    const project = { id: idOf(site, 'PAY'), key: 'PAY' };
    site.dev.site.projects.rename('PAY', 'PYM');
    site.dev.site.projects.create('PAY', 'Payroll');
    const reply = (await site.dev.host.invoke({
      resolverFunction: 'resolver',
      functionKey: 'settings.view',
      payload: { project: 'PAY' },
      context: { extension: { type: 'jira:projectSettingsPage', project } },
      accountId: site.dev.adminId,
    })) as Reply<Answer<'settings.view'>>;
    expect(reply).toMatchObject({ ok: true, value: { published: { version: 1 } } });
  });
});

/** Of the project that one of the ledger's records names. */
function idOf(site: SmallSite, project: string): string {
  const [found] = [...site.dev.host.dumpKvs()].flatMap(({ entity, value }) => {
    const { issueKey, project: id } = value as { issueKey?: string; project?: string };
    return entity === 'ledger' && issueKey?.startsWith(`${project}-`) === true && id ? [id] : [];
  });
  return found ?? '';
}
