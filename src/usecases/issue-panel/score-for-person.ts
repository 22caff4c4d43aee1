import type { ScoreCard } from '../../core/score-card/score-card';
import type { Mention } from '../../core/signals/mention';
import type { Asking } from '../ports/world';
import { redact } from '../access/redact-card';
import { mentionedOn } from '../access/mentioned-on';
import { issueKeysToHide } from '../access/redact';
import { seenMentions } from '../access/visible-mentions';
import { withoutRevenue } from '../access/without-revenue';
import { Gone } from '../ports/failures';
import { waitsToOpen } from '../post-mortem/open';
import { readIssues } from '../scoring/read-issues';
import { requestRescore } from '../scoring/request-rescore';
import { unreadableToTheApp } from '../access/unreadable-to-the-app';
import { scoreBatch } from '../scoring/score-batch';
import { scoreUnchanged } from '../scoring/score-unchanged';
import type { ScoredIssue } from '../ports/reactions';
import type { Needs } from './needs';

export interface ShownScore {
  readonly result: ScoredIssue;
  /** The card without what this person may not see; null for a closed issue. */
  readonly card: ScoreCard | null;
  /** How many linked issues are kept from this person. */
  readonly hidden: number;
  /** What the card named, and whether this person may read it. */
  readonly seen: ReadonlyMap<Mention, boolean>;
  /** Jira's `updated` as this person sees it, ISO time. */
  readonly updated: string;
  /** Something has to be written, and the queue was asked to. */
  readonly pending: boolean;
  /** The issue was resolved and asks for a post-mortem, which is about to be opened. */
  readonly opensPostMortem: boolean;
}

/**
 * Scores an issue for a person who looks at it, by the same way as every other score: from what the ledger holds where nobody has
 * changed it since it was read, and from Jira otherwise. Looking writes nothing: what has to be written is left to the queue, and where
 * nothing differs nothing is asked of it.
 * @throws Gone when the issue does not exist or this person may not see it: Jira does not tell the two apart, nor do we.
 */
export async function scoreForPerson(
  issueId: string,
  { viewer, world, now }: Pick<Asking, 'viewer' | 'world' | 'now'>,
): Promise<ShownScore> {
  const sight = await viewer.look(issueId);
  if (sight === null) throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const unchanged = await scoreUnchanged(issueId, sight, world, now);
  const { result, opensPostMortem } =
    unchanged === null
      ? await readAndScore(issueId, world, now)
      : { result: unchanged, opensPostMortem: false };
  const pending = hasToBeWritten(result) || opensPostMortem;
  if (pending) await requestRescore([issueId], unchanged === null ? 'read' : 'ledger', world);
  const shown = { result, updated: sight.updated, pending, opensPostMortem };
  if (result.card === null) return { ...shown, card: null, hidden: 0, seen: new Map() };
  const seen = await seenMentions(mentionedOn(result.card), viewer, world, sight.linked);
  return {
    ...shown,
    card: await withoutRevenue(redact(result.card, seen), result.entry.project, viewer),
    hidden: issueKeysToHide(seen).length,
    seen,
  };
}

async function readAndScore(
  issueId: string,
  world: Needs,
  now: Date,
): Promise<Pick<ShownScore, 'result' | 'opensPostMortem'>> {
  const found = await readIssues([issueId], world);
  const [result] = await scoreBatch(found, world, now);
  const [issue] = found.records;
  if (result === undefined || issue === undefined) throw unreadableToTheApp('this issue');
  return { result, opensPostMortem: await waitsToOpen(issue, result.inForce, world, now) };
}

/** What was read before what the ledger knows by now is never written. */
function hasToBeWritten({ touched, change, stale }: ScoredIssue): boolean {
  return !stale && (touched || change !== null);
}
