import { inWords } from '../usecases/decision-in-words';
import type { Reply } from '../../src/contract';
import type { DecisionLog } from '../../src/contract/decisions';
import type { SiteSnapshot } from '../../dev/jira/snapshot';
import type { PostMortemView } from '../../src/core/post-mortem/view';
import type { VirtualClock } from '../../dev/clock';
import { smallSite, type SmallSite } from './small-site';

const HOUR_MS = 3_600_000;
const WITH_CLOSING: Partial<SiteSnapshot> = {
  users: [
    { accountId: 'teo', displayName: 'Teo Okafor' },
    { accountId: 'omar', displayName: 'Omar Haddad' },
  ],
  statuses: [
    { name: 'To Do', category: 'new' },
    { name: 'In Progress', category: 'indeterminate' },
    { name: 'Done', category: 'done' },
    { name: 'Closed', category: 'done' },
  ],
  projects: [
    { key: 'PAY', name: 'Payments', statuses: ['To Do', 'In Progress', 'Done', 'Closed'] },
    { key: 'INC', name: 'Incidents' },
  ],
};
const idOf = (site: SmallSite, key: string): string => String(site.dev.site.peek(key)?.id);

async function ask<T>(
  site: SmallSite,
  question: string,
  payload: object,
  accountId: string = site.dev.adminId,
): Promise<Reply<T>> {
  return (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId,
  })) as Reply<T>;
}

async function answer<T>(
  site: SmallSite,
  question: string,
  payload: object,
  accountId?: string,
): Promise<T> {
  const reply = await ask<T>(site, question, payload, accountId);
  if (!reply.ok) throw new Error(`${reply.refusal.what} ${reply.refusal.advice}`);
  return reply.value;
}

/** An urgent fix whose incident is over, and which is done but not closed. */
async function aFix() {
  const site = smallSite([{ priority: 'High', components: ['Payouts'] }], [], WITH_CLOSING);
  const incident = await site.create('INC', 'Incident', {
    priority: { name: 'Highest' },
    summary: 'Payouts are stuck',
  });
  await site.link('Relates', incident, 'PAY-1');
  await site.settle();
  await site.transition('PAY-1', 'Done');
  await site.settle();
  const issueId = idOf(site, 'PAY-1');
  const view = () => answer<PostMortemView>(site, 'postmortem.view', { issueId });
  const change = async (what: object, by?: string) =>
    answer<PostMortemView>(
      site,
      'postmortem.change',
      { issueId, seen: (await view()).revision, change: what },
      by,
    );
  const act = (summary: string, by?: string) =>
    answer<PostMortemView>(
      site,
      'postmortem.act',
      { issueId, summary, owner: 'omar', due: '2026-12-11', priority: true },
      by,
    );
  const tick = (id: string, note: string) =>
    change({ kind: 'item', id, note, link: null, owner: null, due: null, done: true });
  return { site, incident, issueId, view, change, act, tick };
}

async function complete({
  change,
  act,
  tick,
}: Awaited<ReturnType<typeof aFix>>): Promise<PostMortemView> {
  await change({ kind: 'owner', owner: 'omar' });
  await tick('impact', '40 customers could not pay out');
  await tick('timeline', '');
  await tick(
    'detection',
    'A customer told us after two hours: nothing watches the age of the queue',
  );
  await change({
    kind: 'addFactor',
    factor: 'detection',
    text: 'Nothing watches the age of the payout queue',
  });
  await change({ kind: 'earlier', keys: [] });
  await act('Alert when the oldest payout waits for ten minutes');
  await act('Unlock the ledger by itself after a crash');
  return change({ kind: 'review', note: 'Convincing' }, 'teo');
}

describe('the post-mortem of an urgent fix', () => {
  it('opens by itself when the fix is resolved, due by the severity, with the story laid out', async () => {
    const { site, incident, view } = await aFix();
    expect(await view()).toMatchObject({
      state: 'open',
      severity: 1,
      due: '2026-11-19',
      incidents: [{ key: incident }],
      next: 'owner',
    });
    expect((await view()).timeline.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['was raised: Payouts are stuck', 'moved from To Do to Done']),
    );
    const log = await answer<DecisionLog>(site, 'decisions.list', { issueId: idOf(site, 'PAY-1') });
    expect(log.decisions.map(inWords)).toContainEqual(
      expect.objectContaining({
        kind: 'post-mortem',
        changes: [{ what: 'Post-mortem', from: null, to: 'open, due 2026-11-19' }],
      }),
    );
    expect(site.badRequests).toEqual([]);
  });

  it('keeps the fix from being closed, naming what is open, until it is complete with two real actions', async () => {
    const fix = await aFix();
    await expect(fix.site.transition('PAY-1', 'Closed')).rejects.toThrow(
      /400.*PAY-1 cannot be closed yet.* 8 of 9 items are open .*: An owner · Severity and impact/u,
    );
    const view = await complete(fix);
    expect(view.state).toBe('complete');
    const [alert] = view.actions;
    expect(alert).toMatchObject({
      summary: 'Alert when the oldest payout waits for ten minutes',
      owner: 'omar',
      due: '2026-12-11',
    });
    const made = fix.site.dev.site.peek(alert?.key ?? '');
    expect({
      due: made?.due,
      assignee: made?.assignee,
      labels: made?.labels,
      reporter: made?.reporter,
    }).toEqual({
      due: '2026-12-11',
      assignee: 'omar',
      labels: ['preventive-action'],
      reporter: fix.site.dev.adminId,
    });
    expect(made?.links).toHaveLength(1);
    await fix.site.settle();
    expect((await fix.site.fields(alert?.key ?? '')).lane).toBe('stability');
    await fix.site.transition('PAY-1', 'Closed');
    expect(fix.site.dev.site.peek('PAY-1')?.status.name).toBe('Closed');
    expect(fix.site.badRequests).toEqual([]);
  });

  it('raises the technical risk of an open action when the incident comes again, by link to the action or to the fix, and says so', async () => {
    const fix = await aFix();
    const { actions } = await complete(fix);
    const [first, second] = actions.map(({ key }) => key) as [string, string];
    await fix.site.settle();
    const before = await fix.site.fields(first);
    const again = await fix.site.create('INC', 'Incident', {
      priority: { name: 'High' },
      summary: 'Payouts are stuck again',
    });
    await fix.site.link('Relates', again, first);
    await fix.site.settle();
    const after = await fix.site.fields(first);
    expect(after.score).toBeGreaterThan(before.score ?? 100);
    const card = await answer<{
      lines: { id: string; pillar: string | null; contribution: number }[];
    }>(fix.site, 'score.view', { issueId: idOf(fix.site, first) });
    expect(card.lines.find(({ id }) => id === 'recurrence')).toMatchObject({
      pillar: 'technical-risk',
    });
    expect(card.lines.find(({ id }) => id === 'recurrence')?.contribution).toBeGreaterThan(0);
    expect(await fix.view()).toMatchObject({
      recurrences: [{ incident: again, actions: [first, second] }],
    });
    expect(fix.site.dev.site.peek(second)?.links).toHaveLength(2);
    const log = await answer<DecisionLog>(fix.site, 'decisions.list', {
      issueId: idOf(fix.site, second),
    });
    expect(log.decisions.map(inWords).map(({ cause }) => cause)).toContain(
      `${again} is what this was to prevent: it came again while this is open`,
    );

    const third = await fix.site.create('INC', 'Incident', {
      priority: { name: 'High' },
      summary: 'And again',
    });
    await fix.site.link('Relates', third, 'PAY-1');
    await fix.site.settle();
    expect((await fix.view()).actions.map(({ recurred }) => recurred)).toEqual([
      [again, third],
      [again, third],
    ]);
    expect((await fix.site.fields(first)).score).toBeGreaterThan(after.score ?? 100);
    expect(fix.site.badRequests).toEqual([]);
  });

  it('notes an action that is done in time, and opens nothing twice when events come twice and shuffled', async () => {
    const fix = await aFix();
    fix.site.dev.host.setDelivery({ duplicate: true, shuffle: 7 });
    const { actions } = await complete(fix);
    await fix.site.transition(actions[0]?.key ?? '', 'Done');
    await fix.site.settle();
    const view = await fix.view();
    expect(view.actions.map(({ done }) => done)).toEqual(['2026-11-16', null]);
    expect(view.followThrough).toMatchObject({
      postMortems: 1,
      actions: { inTime: 1, late: 0, overdue: 0, open: 1 },
      share: 1,
    });
    expect(view.log.filter(({ entry }) => entry.kind === 'opened')).toHaveLength(1);
  });

  it('is shared as a comment in the name of who shares it', async () => {
    const fix = await aFix();
    await complete(fix);
    const view = await answer<PostMortemView>(
      fix.site,
      'postmortem.share',
      { issueId: fix.issueId },
      'teo',
    );
    expect(view.items.find(({ id }) => id === 'shared')?.done).toMatchObject({ by: 'teo' });
    const [comment] = fix.site.dev.site.peek('PAY-1')?.comments ?? [];
    expect(comment?.author).toBe('teo');
    expect(JSON.stringify(comment?.body)).toContain('Unlock the ledger by itself after a crash');
    expect(fix.site.badRequests).toEqual([]);
  });

  it('suggests what happened before, and tells both what the same again means', async () => {
    const fix = await aFix();
    await complete(fix);
    const later = await fix.site.create('PAY', 'Story', { summary: 'Payouts, once more' });
    const again = await fix.site.create('INC', 'Incident', {
      priority: { name: 'Highest' },
      summary: 'Payouts are stuck',
    });
    await fix.site.link('Relates', again, later);
    await fix.site.settle();
    const issueId = idOf(fix.site, later);
    const before = await answer<{ key: string }[]>(fix.site, 'postmortem.before', { issueId });
    expect(before.map(({ key }) => key)).toEqual([fix.incident]);
    const { revision } = await answer<PostMortemView>(fix.site, 'postmortem.start', { issueId });
    await answer(fix.site, 'postmortem.change', {
      issueId,
      seen: revision,
      change: { kind: 'earlier', keys: [fix.incident] },
    });
    expect(await fix.view()).toMatchObject({ recurrences: [{ incident: again }] });
  });

  it('opens again for a second incident that the fix is taken up for, and no sooner lets it be closed', async () => {
    const fix = await aFix();
    const { actions } = await complete(fix);
    for (const { key } of actions) await fix.site.transition(key, 'Done');
    await fix.site.transition('PAY-1', 'In Progress');
    await (fix.site.dev.clock as VirtualClock).advance(HOUR_MS);
    const second = await fix.site.create('INC', 'Incident', {
      priority: { name: 'Highest' },
      summary: 'Payouts stand still',
    });
    await fix.site.link('Relates', second, 'PAY-1');
    await fix.site.settle();
    expect((await fix.view()).since).toContain(
      '1 incident that asks for a post-mortem was linked since',
    );
    await fix.site.transition('PAY-1', 'Done');
    await expect(fix.site.transition('PAY-1', 'Closed')).rejects.toThrow(
      /400.*PAY-1 cannot be closed yet/u,
    );
    await fix.site.settle();
    expect(await fix.view()).toMatchObject({
      state: 'open',
      due: '2026-11-19',
      review: null,
      incidents: [{ key: fix.incident }, { key: second }],
      since: null,
    });
    const log = await answer<DecisionLog>(fix.site, 'decisions.list', { issueId: fix.issueId });
    expect(log.decisions.map(inWords)).toContainEqual(
      expect.objectContaining({
        changes: [{ what: 'Post-mortem', from: 'complete', to: 'open, due 2026-11-19' }],
      }),
    );
    expect(fix.site.badRequests).toEqual([]);
  });

  it('lets its actions be closed though Ballast linked the incident to them that came again, and rises them too when the first is opened again', async () => {
    const fix = await aFix();
    await fix.site.transition(fix.incident, 'Done');
    const [first, other] = (await complete(fix)).actions.map(({ key }) => key) as [string, string];
    await fix.site.settle();
    const before = await fix.site.fields(first);
    await (fix.site.dev.clock as VirtualClock).advance(HOUR_MS);
    await fix.site.transition(fix.incident, 'In Progress');
    await fix.site.settle();
    expect((await fix.view()).recurrences).toMatchObject([
      { incident: fix.incident, actions: [first, other] },
    ]);
    expect((await fix.site.fields(first)).score).toBeGreaterThan(before.score ?? 100);
    expect(
      await answer<PostMortemView>(fix.site, 'postmortem.view', { issueId: idOf(fix.site, first) }),
    ).toMatchObject({ state: 'elsewhere', elsewhere: 'PAY-1' });
    await fix.site.transition(first, 'Done');
    await fix.site.transition(first, 'Closed');
    await fix.site.settle();
    expect((await fix.view()).actions.map(({ done }) => done)).toEqual(['2026-11-16', null]);
    expect(fix.site.badRequests).toEqual([]);
  });

  it('keeps an action whose link Jira refuses, says so, and links it afterwards', async () => {
    const { site, act, view } = await aFix();
    site.dev.site.faults.set({
      faults: [
        { method: 'POST', path: '/issueLink', times: 1, effect: { kind: 'status', status: 403 } },
      ],
    });
    const {
      actions: [made],
    } = await act('Alert when the oldest payout waits for ten minutes');
    expect(made).toMatchObject({ linked: false });
    expect((await view()).log[0]?.entry).toMatchObject({
      kind: 'actionNotLinked',
      ref: { key: 'PAY-2' },
      fix: { ref: { key: 'PAY-1' } },
    });
    await site.settle();
    expect((await view()).actions).toMatchObject([{ key: 'PAY-2', linked: true }]);
    expect(site.badRequests).toEqual([]);
  });

  it('refuses what makes no sense with words that help, and hostile words do no harm', async () => {
    const { site, issueId, change, view } = await aFix();
    expect(
      await ask(site, 'postmortem.change', {
        issueId,
        seen: 1,
        change: {
          kind: 'item',
          id: 'detection',
          note: 'x',
          link: 'javascript:alert(1)',
          owner: null,
          due: null,
          done: true,
        },
      }),
    ).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    expect(
      await ask(site, 'postmortem.act', {
        issueId,
        summary: 'Too late',
        owner: 'omar',
        due: '2027-12-11',
        priority: true,
      }),
    ).toMatchObject({
      ok: false,
      refusal: { what: 'A priority preventive action is due between today and 2026-12-14' },
    });
    expect(await ask(site, 'postmortem.view', { issueId: '999999' })).toMatchObject({
      ok: false,
      refusal: { kind: 'gone' },
    });
    await change({
      kind: 'addFactor',
      factor: 'process',
      text: '<script>alert(1)</script>\u0000 ‮ 🚢',
    });
    expect((await view()).markdown).not.toContain('<script>');
    await answer(site, 'postmortem.share', { issueId });
  });

  it('is asked for by nothing where no incident is, and still begun by hand', async () => {
    const site = smallSite([{}]);
    const issueId = idOf(site, 'PAY-1');
    expect(await answer<PostMortemView>(site, 'postmortem.view', { issueId })).toMatchObject({
      state: 'none',
      due: null,
    });
    expect(await answer<PostMortemView>(site, 'postmortem.start', { issueId })).toMatchObject({
      state: 'open',
      due: null,
      severity: null,
    });
  });
});
