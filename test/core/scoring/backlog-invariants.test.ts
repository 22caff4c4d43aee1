import fc from 'fast-check';
import { inheritedFrom, type BlockerNode } from '../../../src/core/blockers/inherited-score';
import { inheritInOrder } from '../../../src/core/blockers/inherit-all';
import { planScoring } from '../../../src/core/scoring/plan';
import { scoreIssue, scoreWithPlan } from '../../../src/core/score-card/score-issue';
import type { ScoreCard } from '../../../src/core/score-card/score-card';
import { gatherSignals } from '../../../src/core/signals/gather';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import { linkedWorthReading } from '../../../src/core/signals/speaking-links';
import type { Signals } from '../../../src/core/signals/signal';
import { backlogs, issueOn, tied, tiesAmong, type Backlog } from '../arbitrary/backlog';
import { runs } from '../arbitrary/runs';
import { now } from '../builders/signals-of';

type Gathered = ReadonlyMap<string, Signals>;

/** As when each issue is read by itself: with those that speak for it, and no other. */
function gatherEach({ issues, rubric, fields }: Backlog): Gathered {
  const byKey = new Map(issues.map((issue) => [issue.key, issue]));
  return new Map(
    issues.map((issue) => {
      const linked = new Map(
        linkedWorthReading(issue, rubric).flatMap((key) => {
          const other = byKey.get(key);
          return other === undefined ? [] : [[key, other] as const];
        }),
      );
      return [issue.key, gatherSignals({ issue, linked, rubric, fields })];
    }),
  );
}

/** As a preview scores a backlog: one plan, each card made as soon as it is known what the issue inherits. */
function scoreTogether(
  backlog: Backlog,
  gathered: Gathered = gatherEach(backlog),
  strangers: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, ScoreCard> {
  const plan = planScoring(backlog.rubric);
  const nodes = [...gathered].map(([key, signals]) => ({
    key,
    signals,
    blocks: signals.blocks,
    open: signals.issue.category !== 'done',
  }));
  const cards = new Map<string, ScoreCard>();
  const inherited = inheritInOrder(nodes, ({ key, signals }, found) => {
    const card = scoreWithPlan(plan, signals, now, found ?? null);
    if (found !== undefined) cards.set(key, card);
    return { own: card.own, low: card.ownLow, high: card.ownHigh };
  });
  return new Map(
    [...gathered]
      .filter(([key]) => !strangers.has(key))
      .map(([key, signals]) => [
        key,
        cards.get(key) ?? scoreWithPlan(plan, signals, now, inherited(key)),
      ]),
  );
}

/** As an event or the panel scores an issue: by a plan of its own, and what its own way through the graph leads to. */
function scoreOneByOne({ rubric }: Backlog, gathered: Gathered): ReadonlyMap<string, ScoreCard> {
  const graph = new Map(
    [...gathered].map(([key, signals]): [string, BlockerNode] => {
      const {
        own,
        ownLow: low,
        ownHigh: high,
      } = scoreIssue({ signals, rubric, now, inherited: null });
      return [
        key,
        { own, low, high, blocks: signals.blocks, open: signals.issue.category !== 'done' },
      ];
    }),
  );
  return new Map(
    [...gathered].map(([key, signals]) => [
      key,
      scoreIssue({
        signals,
        rubric,
        now,
        inherited: inheritedFrom(key, (other) => graph.get(other)),
      }),
    ]),
  );
}

/** To compare thousands of cards by `toEqual` takes longer than to make them. */
function expectSame(is: unknown, was: unknown): void {
  if (JSON.stringify(is) !== JSON.stringify(was)) expect(is).toEqual(was);
}

const renamed = ({ key, ...issue }: IssueRecord, to: string): IssueRecord => ({
  ...issue,
  key: to,
  id: to.replace(/\D/gu, ''),
});

describe('an issue in a backlog', () => {
  const withStrangers = backlogs(3).chain((backlog) => {
    const others = fc.tuple(...[8, 9].map((n) => issueOn(backlog.fields, `PRO-${n}`)));
    return fc.record({
      backlog: fc.constant(backlog),
      before: others,
      after: others,
      ties: tiesAmong(2),
      otherTies: tiesAmong(2),
      first: fc.boolean(),
    });
  });

  it('keeps its card, to the last line, when an unrelated issue is added, removed or changed', () => {
    fc.assert(
      fc.property(withStrangers, ({ backlog, before, after, ties, otherTies, first }) => {
        const beside = (strangers: readonly IssueRecord[]): Backlog => ({
          ...backlog,
          issues: first ? [...strangers, ...backlog.issues] : [...backlog.issues, ...strangers],
        });
        const alone = scoreTogether(backlog);
        for (const strangers of [
          tied(before, ties),
          tied(after, otherTies).slice(0, first ? 1 : 2),
        ]) {
          const all = beside(strangers);
          const together = scoreTogether(
            all,
            gatherEach(all),
            new Set(strangers.map(({ key }) => key)),
          );
          for (const { key } of backlog.issues) expectSame(together.get(key), alone.get(key));
        }
      }),
      runs,
    );
  });

  it('is judged the same under any key, and whatever else was read beside it', () => {
    fc.assert(
      fc.property(backlogs(3), ({ rubric, fields, issues }) => {
        const plan = planScoring(rubric);
        const everything = new Map(issues.map((issue) => [issue.key, issue]));
        for (const [key, signals] of gatherEach({ rubric, fields, issues })) {
          const issue = everything.get(key);
          if (issue === undefined) continue;
          expectSame(gatherSignals({ issue, linked: everything, rubric, fields }), signals);
          const other = gatherSignals({
            issue: renamed(issue, 'PRO-99'),
            linked: everything,
            rubric,
            fields,
          });
          const [card, same] = [other, signals].map((of) => scoreWithPlan(plan, of, now, null));
          expectSame(card, same);
        }
      }),
      runs,
    );
  });

  it('gets the same card by every route: alone, with all others, and from what the ledger keeps', () => {
    fc.assert(
      fc.property(backlogs(3), (backlog) => {
        const gathered = gatherEach(backlog);
        const kept = new Map(
          [...gathered].map(([key, signals]) => [
            key,
            JSON.parse(JSON.stringify(signals)) as Signals,
          ]),
        );
        const [bulk, held] = [scoreTogether(backlog, gathered), scoreTogether(backlog, kept)];
        const alone = scoreOneByOne(backlog, gathered);
        for (const key of gathered.keys()) {
          const card = alone.get(key);
          if (card === undefined) throw new Error(`No card of ${key}`);
          expectSame(bulk.get(key), card);
          expectSame(held.get(key), card);
        }
      }),
      runs,
    );
  });
});
