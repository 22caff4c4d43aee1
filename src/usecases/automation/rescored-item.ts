import { describeBecause } from '../../core/describe/describe-because';
import type { Because } from '../../core/provenance/because';
import { redacted } from '../access/redact';
import { Gone } from '../ports/failures';
import type { Viewer } from '../ports/world';
import type { ScoredIssue } from '../ports/reactions';

/** What an action on one work item gives to the rest of the rule. */
export interface RescoredItem {
  readonly key: string;
  readonly score: number | null;
  readonly previousScore: number | null;
  readonly lane: string | null;
  readonly previousLane: string | null;
  readonly laneReason: string;
  readonly band: string | null;
  readonly horizon: string | null;
  readonly reasons: string;
  readonly changed: boolean;
}

/** @throws Gone when it does not exist or the rule's user may not see it: Jira does not tell the two apart, nor do we. */
export async function mustSee(key: string, viewer: Viewer): Promise<void> {
  if (!(await viewer.visible([key])).has(key))
    throw new Gone(`Work item ${key} does not exist, or the rule's user may not see it`);
}

export function rescoredItem({ entry, before, card, change }: ScoredIssue): RescoredItem {
  return {
    key: entry.key,
    score: card?.score ?? null,
    previousScore: before?.written?.score ?? null,
    lane: card?.lane ?? null,
    previousLane: before?.written?.lane ?? null,
    // Keys of linked issues stay out of it: what a rule writes somewhere is read by people who may not see them.
    laneReason: card === null ? 'closed' : withoutNames(card.because),
    band: card?.band ?? null,
    horizon: card?.horizon ?? null,
    reasons: card?.reasons ?? '',
    changed: change !== null,
  };
}

function withoutNames(because: Because): string {
  return describeBecause(redacted(because, new Map()), 'a linked work item');
}
