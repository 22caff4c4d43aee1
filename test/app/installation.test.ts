import type { VirtualClock } from '../../dev/clock';
import type { SetupView } from '../../src/contract/setup';
import { smallSite, type SmallSite } from './small-site';

const MINUTE_MS = 60_000;

/** For so many minutes Jira shows the app neither projects nor issues, and for a while not even its fields. */
function unready(
  site: SmallSite,
  { projects, fields }: { projects: number; fields: number },
): void {
  const { clock, site: jira } = site.dev;
  const began = clock.now();
  const { handle } = jira;
  const nothing = (value: unknown) => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
    points: 1,
  });
  jira.handle = async (request) => {
    const minutes = (clock.now() - began) / MINUTE_MS;
    if (request.principal.kind !== 'app') return handle(request);
    const answer = await handle(request);
    if (minutes < fields && /\/field$/u.test(request.path)) {
      const all = JSON.parse(answer.body) as readonly { readonly schema?: { custom?: string } }[];
      const known = all.filter(({ schema }) => !String(schema?.custom).includes('/static/'));
      return { ...answer, body: JSON.stringify(known) };
    }
    if (minutes >= projects) return answer;
    if (request.path.includes('/project/search')) return nothing({ values: [], isLast: true });
    if (request.path.includes('/search/jql')) return nothing({ issues: [], isLast: true });
    if (request.path.includes('/approximate-count')) return nothing({ count: 0 });
    return answer;
  };
}

async function pass(site: SmallSite, minutes: number): Promise<void> {
  await (site.dev.clock as VirtualClock).advance(minutes * MINUTE_MS);
}

const covered = (site: SmallSite): unknown =>
  [...site.dev.host.dumpKvs()].find(({ key }) => key.includes('cover'))?.value ?? null;

async function ledgerCheck(site: SmallSite) {
  const reply = (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: 'setup.check',
    payload: { project: null },
    context: {},
    accountId: site.dev.adminId,
  })) as { readonly value: SetupView };
  return reply.value.checks.find(({ id }) => id === 'ledger');
}

describe('an installation', () => {
  it.each([
    ['projects', { projects: 9, fields: 0 }],
    ['fields', { projects: 0, fields: 7 }],
    ['both', { projects: 12, fields: 20 }],
  ])(
    'on a site that does not show its %s for minutes waits, and begins by itself',
    async (_, late) => {
      const site = smallSite([{}, {}]);
      unready(site, late);
      site.dev.announceInstalled();
      await pass(site, 3);
      expect((await site.fields('PAY-1')).score).toBeNull();
      expect(covered(site)).toBeNull();
      await pass(site, 60);
      await site.settle();
      expect((await site.fields('PAY-1')).score).not.toBeNull();
      expect(covered(site)).toMatchObject({ issues: 2 });
    },
  );

  it('on a site that shows nothing for days counts nothing as covered', async () => {
    const site = smallSite([{}]);
    unready(site, { projects: 60 * 24 * 9, fields: 0 });
    site.dev.announceInstalled();
    await pass(site, 60 * 26);
    await site.settle();
    expect(covered(site)).toBeNull();
    expect(await ledgerCheck(site)).toMatchObject({ state: 'attention' });
  });

  it('on a site without issues is content once it has seen that', async () => {
    const site = smallSite([]);
    site.dev.announceInstalled();
    await pass(site, 30);
    await site.settle();
    expect(covered(site)).toMatchObject({ issues: 0 });
  });

  it('begins at once where the site is ready', async () => {
    const site = smallSite([{}, {}]);
    const began = site.dev.clock.now();
    site.dev.announceInstalled();
    await site.settle();
    expect((await site.fields('PAY-2')).score).not.toBeNull();
    expect(site.dev.clock.now()).toBe(began);
  });

  it('finds within the hour the projects that come into sight later, and looks for one point an hour', async () => {
    const site = smallSite([{}, { key: 'INC-1', projectKey: 'INC', typeName: 'Bug' }]);
    const { handle } = site.dev.site;
    let hidden = true;
    site.dev.site.handle = async (request) => {
      const answer = await handle(request);
      if (!hidden || request.principal.kind !== 'app') return answer;
      if (request.path.includes('/project/search'))
        return {
          ...answer,
          body: answer.body
            .replace('"key":"INC"', '"key":"PAY"')
            .replace(/,\{[^{]*"key":"SUP"[\s\S]*?\}(?=\])/u, ''),
        };
      if (!request.path.includes('/search/jql')) return answer;
      const { issues, ...rest } = JSON.parse(answer.body) as { issues: { key?: string }[] };
      return {
        ...answer,
        body: JSON.stringify({ ...rest, issues: issues.filter(({ key }) => key !== 'INC-1') }),
      };
    };
    site.dev.announceInstalled();
    await site.settle();
    expect((await site.fields('INC-1')).score).toBeNull();
    hidden = false;
    await site.dev.host.runSchedule('hourly');
    await site.settle();
    expect((await site.fields('INC-1')).score).not.toBeNull();
    const before = site.dev.host.invocations.totals().points;
    await site.dev.host.runSchedule('hourly');
    await site.settle();
    // Its own fields are looked up besides.
    expect(site.dev.host.invocations.totals().points - before).toBeLessThanOrEqual(2);
  });

  it('anew, over what an earlier one has kept, brings back fields that were emptied', async () => {
    const site = smallSite([{}, {}]);
    site.dev.announceInstalled();
    await pass(site, 30);
    const before = await site.fields('PAY-1');
    const issue = site.dev.site.peek('PAY-1');
    if (issue === undefined) throw new Error('no issue');
    issue.customs = {};
    await pass(site, 60 * 24 * 7);
    expect((await site.fields('PAY-1')).score).toBeNull();
    site.dev.announceInstalled();
    await pass(site, 30);
    await site.settle();
    expect(await site.fields('PAY-1')).toEqual(before);
  });
});
