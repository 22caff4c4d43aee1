import { inWords } from '../usecases/decision-in-words';
import type { Reply } from '../../src/contract';
import type { DecisionLog } from '../../src/contract/decisions';
import type { ScoreView } from '../../src/contract/score';
import type { VotesView } from '../../src/contract/votes';
import type { VirtualClock } from '../../dev/clock';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { ISSUE_WEEKS } from '../../src/core/retention/deleted';
import { smallSite, type SmallSite } from './small-site';
import { STRATEGY } from './rated-rubric';

const DAY_MS = 86_400_000;
const people = ['ann', 'bob', 'cleo', 'dan', 'ruth'].map((accountId) => ({
  accountId,
  displayName: `${accountId.replace(/^./u, (first) => first.toUpperCase())} Example`,
}));
const roles = [
  { name: 'Developers', accountIds: ['ann', 'bob', 'cleo', 'dan'] },
  { name: 'Viewers', accountIds: ['ruth'] },
];

const document = {
  name: 'With votes',
  // Nothing fades, so that days pass without moving a score by themselves.
  criteria: [...defaultRubric.criteria.map(({ fades: _, ...lasting }) => lasting), STRATEGY],
  votes: { expireAfterDays: 30 },
};

async function ask<T>(
  site: SmallSite,
  question: string,
  payload: object,
  accountId: string | null = 'ann',
): Promise<T> {
  const reply = (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId,
  })) as Reply<T>;
  if (!reply.ok) throw new Error(`${reply.refusal.kind}: ${reply.refusal.what}`);
  return reply.value;
}

/** A site with one rubric that asks for votes, scored. */
async function aSite(
  more: Record<string, unknown> = {},
): Promise<{ readonly site: SmallSite; readonly issueId: string; readonly clock: VirtualClock }> {
  const projects = [
    { key: 'PAY', name: 'Payments', roles },
    { key: 'INC', name: 'Incidents' },
    { key: 'SUP', name: 'Support', typeKey: 'service_desk' as const },
  ];
  const site = smallSite([{ priority: 'Medium' }, {}], [], { users: people, projects });
  await ask(
    site,
    'rubric.publish',
    { project: null, document: { ...document, ...more }, reason: 'People vote' },
    site.dev.adminId,
  );
  site.dev.announceInstalled();
  await site.settle();
  return {
    site,
    issueId: String(site.dev.site.peek('PAY-1')?.id),
    clock: site.dev.clock as VirtualClock,
  };
}

const cast = (site: SmallSite, issueId: string, by: string, value: number): Promise<VotesView> =>
  ask(site, 'votes.cast', { issueId, criterion: 'strategy', value }, by);
const votesFor = async (site: SmallSite, issueId: string, by: string) =>
  (await ask<VotesView>(site, 'votes.view', { issueId }, by)).criteria[0];
const scoreFor = (site: SmallSite, issueId: string, by: string): Promise<ScoreView> =>
  ask(site, 'score.view', { issueId }, by);

describe('votes', () => {
  it('move the score in the field, and every route brings the same one', async () => {
    const { site, issueId, clock } = await aSite();
    const before = (await site.fields('PAY-1')).score ?? NaN;
    await cast(site, issueId, 'ann', 5);
    await site.settle();
    const voted = await site.fields('PAY-1');
    expect(voted.score).toBeGreaterThan(before);
    expect(voted.reasons).toContain('strategic fit by 1 vote');
    expect((await scoreFor(site, issueId, 'ann')).score).toBe(voted.score);
    await site.edit('PAY-1', { summary: 'Another name' });
    await site.settle();
    expect(await site.fields('PAY-1')).toEqual(voted);
    await ask(site, 'job.start', { project: 'PAY' }, site.dev.adminId);
    await site.settle();
    expect(await site.fields('PAY-1')).toEqual(voted);
    await site.dev.host.runSchedule('daily');
    await site.settle();
    await clock.advance(60_000);
    expect(await site.fields('PAY-1')).toEqual(voted);
    // From the ledger alone, under a rubric that weighs them more.
    await ask(
      site,
      'rubric.publish',
      {
        project: null,
        document: {
          ...document,
          criteria: [...defaultRubric.criteria, { ...STRATEGY, weight: 90 }],
        },
        reason: 'They weigh more',
      },
      site.dev.adminId,
    );
    await site.settle();
    const heavier = (await site.fields('PAY-1')).score ?? NaN;
    expect(heavier).toBeGreaterThan(voted.score ?? NaN);
    expect((await scoreFor(site, issueId, 'ann')).score).toBe(heavier);
    expect(site.badRequests).toEqual([]);
  });

  it('stay hidden from who has not voted: no value, no name, in no answer', async () => {
    const { site, issueId } = await aSite();
    await cast(site, issueId, 'ann', 1);
    await cast(site, issueId, 'bob', 5);
    await site.settle();
    const [votes, view, log] = await Promise.all([
      ask<VotesView>(site, 'votes.view', { issueId }, 'cleo'),
      scoreFor(site, issueId, 'cleo'),
      ask<DecisionLog>(site, 'decisions.list', { issueId }, 'cleo'),
    ]);
    expect(votes.criteria).toEqual([
      {
        id: 'strategy',
        label: 'Strategic fit',
        min: 1,
        max: 5,
        mine: null,
        votes: { state: 'hidden', count: 2 },
      },
    ]);
    expect(view.lines.find(({ id }) => id === 'strategy')).toMatchObject({
      value: { kind: 'hiddenRating' },
      points: null,
      from: [{ kind: 'ratingCount', count: 2 }],
    });
    expect(view.missing.find(({ id }) => id === 'strategy')?.why).toEqual({
      kind: 'ratingsHidden',
    });
    for (const said of [votes, view, log])
      expect(JSON.stringify(said)).not.toMatch(/Ann|Bob|"ann"|"bob"|median of|from 1 to 5/u);
    expect(
      Math.round(view.lines.reduce((sum, { contribution }) => sum + contribution, 0) * 10) / 10,
    ).toBe(view.score);
  });

  it('are shown to who has voted: what they come to, how far apart, who disagrees by how much', async () => {
    const { site, issueId } = await aSite();
    await cast(site, issueId, 'ann', 1);
    await cast(site, issueId, 'bob', 4);
    const shown = await cast(site, issueId, 'cleo', 5);
    expect(shown.combine).toBe('median');
    expect(shown.criteria[0]).toMatchObject({
      mine: { value: 5, at: '2026-11-16', counts: true, until: '2026-12-16' },
      votes: {
        state: 'shown',
        combined: 4,
        lowest: 1,
        highest: 5,
        spread: 1,
        strong: true,
        voters: [
          { name: 'Ann Example', me: false, value: 1, off: -3 },
          { name: 'Cleo Example', me: true, value: 5, off: 1 },
          { name: 'Bob Example', value: 4, off: 0 },
        ],
      },
    });
    const view = await scoreFor(site, issueId, 'cleo');
    expect(view.low).toBeLessThan(view.high);
    expect(view.missing.find(({ id }) => id === 'strategy')?.why).toEqual({
      kind: 'disagreement',
      count: 3,
      lowest: 1,
      highest: 5,
    });
    expect(view.rated).toEqual([{ id: 'strategy', label: 'Strategic fit', voted: true }]);
  });

  it("of many at once are all kept, and voting again replaces one's own", async () => {
    const { site, issueId } = await aSite();
    await Promise.all(['ann', 'bob', 'cleo', 'dan'].map((by, n) => cast(site, issueId, by, n + 1)));
    expect((await votesFor(site, issueId, 'ann'))?.votes).toMatchObject({
      combined: 2.5,
      lowest: 1,
      highest: 4,
    });
    await cast(site, issueId, 'ann', 5);
    expect((await votesFor(site, issueId, 'bob'))?.votes).toMatchObject({ lowest: 2, highest: 5 });
    const after = await ask<VotesView>(
      site,
      'votes.withdraw',
      { issueId, criterion: 'strategy' },
      'ann',
    );
    expect(after.criteria[0]).toMatchObject({ mine: null, votes: { state: 'hidden', count: 3 } });
  });

  it('are for those who may edit, on criteria and scales of the rubric only', async () => {
    const { site, issueId } = await aSite();
    await expect(cast(site, issueId, 'ruth', 3)).rejects.toThrow(
      'forbidden: You may not edit issues of this project.',
    );
    expect((await ask<VotesView>(site, 'votes.view', { issueId }, 'ruth')).may).toEqual({
      may: false,
      why: 'You may not edit issues of this project.',
    });
    await expect(cast(site, issueId, 'ann', 6)).rejects.toThrow(
      '6 is not on the scale of Strategic fit, from 1 to 5',
    );
    await expect(
      ask(site, 'votes.cast', { issueId, criterion: 'priority', value: 3 }),
    ).rejects.toThrow('no longer asks');
    await expect(
      ask(site, 'votes.cast', { issueId: '999999', criterion: 'strategy', value: 3 }),
    ).rejects.toThrow('gone');
    await expect(cast(site, issueId, 'nobody-known', 3)).rejects.toThrow();
    expect((await votesFor(site, issueId, 'ruth'))?.votes).toEqual({ state: 'none' });
  });

  it('are for those whom the decision rights name, where they name anybody', async () => {
    const { site, issueId } = await aSite({
      decisionRights: { rateCriteria: { roles: [], people: ['bob'] } },
    });
    await expect(cast(site, issueId, 'ann', 3)).rejects.toThrow(
      'By the decision rights only one named person may do this.',
    );
    expect((await cast(site, issueId, 'bob', 3)).criteria[0]?.votes).toMatchObject({ combined: 3 });
  });

  it('leave one entry a day in the log, which tells from where to where without telling how anybody voted', async () => {
    const { site, issueId } = await aSite();
    const before = (await site.fields('PAY-1')).score;
    await cast(site, issueId, 'ann', 2);
    await site.settle();
    const entries = async () =>
      (await ask<DecisionLog>(site, 'decisions.list', { issueId })).decisions
        .map(inWords)
        .filter(({ cause }) => cause.startsWith('votes'));
    expect(await entries()).toMatchObject([
      {
        cause: 'votes: 1 vote on strategic fit',
        by: null,
        changes: [
          { what: 'score', from: String(before), to: String((await site.fields('PAY-1')).score) },
        ],
      },
    ]);
    await cast(site, issueId, 'bob', 3);
    await site.settle();
    expect(await entries()).toMatchObject([
      {
        cause: 'votes: it was rated several times that day',
        score: { from: before, to: (await site.fields('PAY-1')).score },
      },
    ]);
  });

  it('within moments are scored once', async () => {
    const { site, issueId } = await aSite();
    const scored: string[] = [];
    site.dev.site.onEvent(({ selfGenerated, payload }) => {
      if (selfGenerated) scored.push((payload['issue'] as { key: string }).key);
    });
    await Promise.all(['ann', 'bob', 'cleo', 'dan'].map((by) => cast(site, issueId, by, 5)));
    await site.settle();
    expect(new Set(scored)).toEqual(new Set(['PAY-1']));
    expect((await site.fields('PAY-1')).reasons).toContain('strategic fit by 4 votes');
    expect(scored.length).toBeLessThanOrEqual(4);
  });

  it('end by themselves: the daily run takes them out of the score', async () => {
    const { site, issueId, clock } = await aSite();
    const before = await site.fields('PAY-1');
    await cast(site, issueId, 'ann', 5);
    await site.settle();
    const voted = await site.fields('PAY-1');
    for (let day = 0; day < 30; day++) await nextDay(site, clock);
    expect((await site.fields('PAY-1')).reasons).toBe(voted.reasons);
    await nextDay(site, clock);
    expect((await site.fields('PAY-1')).score).toBe(before.score);
    expect(await votesFor(site, issueId, 'ann')).toMatchObject({
      mine: { value: 5, counts: false },
      votes: { state: 'none' },
    });
    const log = await ask<DecisionLog>(site, 'decisions.list', { issueId });
    expect(log.decisions.map(inWords).map(({ cause }) => cause)).toContainEqual(
      expect.stringMatching(
        /strategic fit unknown: every vote has expired|votes on strategic fit no longer count/u,
      ),
    );
  });

  it('go with the issue weeks after it is deleted', async () => {
    const { site, issueId } = await aSite();
    await cast(site, issueId, 'ann', 5);
    await site.settle();
    const kept = (): string =>
      JSON.stringify([...site.dev.host.dumpKvs()].filter(({ entity }) => entity === 'attached'));
    expect(kept()).toContain('ann');
    await site.remove('PAY-1');
    await site.settle();
    expect(kept()).toContain('ann');
    await (site.dev.clock as VirtualClock).advance(ISSUE_WEEKS * 7 * DAY_MS);
    await site.dev.host.runSchedule('daily');
    await site.settle();
    expect(kept()).not.toContain('ann');
  });
});

async function nextDay(site: SmallSite, clock: VirtualClock): Promise<void> {
  await clock.advance(DAY_MS);
  await site.dev.host.runSchedule('daily');
  await site.settle();
}
