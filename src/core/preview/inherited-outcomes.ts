import type { BlockerNode, Inherited } from '../blockers/inherited-score';
import { inheritInOrder, type LinkedNode } from '../blockers/inherit-all';
import type { ScoringPlan } from '../scoring/plan';
import { scoreWithPlan } from '../score-card/score-issue';
import type { ScoreCard } from '../score-card/score-card';
import type { Signals } from '../signals/signal';
import { outcomeOf, type Outcome } from './outcome';

/** An issue that blocks others: what it comes to depends on theirs. */
export interface Blocker {
  readonly issueId: string;
  readonly signals: Signals;
  /** Ids of the open issues that wait for it. */
  readonly blocks: readonly string[];
}

interface PlannedBlocker extends Blocker {
  /** Of the rubric that judges it. */
  readonly plan: ScoringPlan;
}

/** What an issue that blocks nothing scores by itself, and between what. */
export interface OwnRange extends Pick<BlockerNode, 'own' | 'low' | 'high'> {
  readonly key: string;
}

/** An issue of another project as the ledger has it; `blocks` are ids. */
export interface OutsideIssue extends BlockerNode {
  readonly key: string;
}

/** Its `key` is the issue's id, which never changes. */
interface Node extends LinkedNode {
  /** Null for what is not judged here. */
  readonly judged: Pick<PlannedBlocker, 'signals' | 'plan'> | null;
  readonly range: OwnRange;
}

/** What all blockers of a backlog come to with what they inherit: from each other, from `ranges` and from `outside`, all by id. */
export function inheritedOutcomes(
  blockers: readonly PlannedBlocker[],
  ranges: ReadonlyMap<string, OwnRange>,
  outside: ReadonlyMap<string, OutsideIssue>,
  now: Date,
): ReadonlyMap<string, Outcome> {
  const nodes = graphOf(blockers, ranges, outside);
  const outcomes = new Map<string, Outcome>();
  const score = (
    id: string,
    { signals, plan }: Pick<PlannedBlocker, 'signals' | 'plan'>,
    found: Inherited | null | undefined,
  ): ScoreCard => {
    // The graph goes by ids; a card names the issue as people do.
    const inherited =
      found == null ? null : { ...found, key: nodes.get(found.key)?.range.key ?? found.key };
    const card = scoreWithPlan(plan, signals, now, inherited);
    if (found !== undefined) outcomes.set(id, outcomeOf(card, inherited));
    return card;
  };
  const inherited = inheritInOrder([...nodes.values()], ({ key: id, judged, range }, found) =>
    judged === null ? range : rangeOf(score(id, judged, found), range.key),
  );
  for (const blocker of blockers)
    if (!outcomes.has(blocker.issueId)) score(blocker.issueId, blocker, inherited(blocker.issueId));
  return outcomes;
}

function graphOf(
  blockers: readonly PlannedBlocker[],
  ranges: ReadonlyMap<string, OwnRange>,
  outside: ReadonlyMap<string, OutsideIssue>,
): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  for (const { issueId, signals, blocks, plan } of blockers)
    nodes.set(issueId, {
      key: issueId,
      open: true,
      blocks,
      judged: { signals, plan },
      range: { own: null, low: 0, high: 0, key: signals.issue.key },
    });
  for (const [id, { open, blocks, ...range }] of outside)
    if (!nodes.has(id)) nodes.set(id, { key: id, open, blocks, judged: null, range });
  for (const { blocks } of [...nodes.values()]) {
    for (const id of blocks) {
      const range = nodes.has(id) ? undefined : ranges.get(id);
      if (range !== undefined)
        nodes.set(id, { key: id, open: true, blocks: [], judged: null, range });
    }
  }
  return nodes;
}

export function rangeOf({ score, own, ownLow, ownHigh }: ScoreCard, key: string): OwnRange {
  return score === null || own === null
    ? { own: null, low: 0, high: 0, key }
    : { own, low: ownLow, high: ownHigh, key };
}
