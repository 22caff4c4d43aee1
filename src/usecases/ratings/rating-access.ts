import { rolesNamed, verdictOn, type Verdict } from '../../core/overrides/decision-rights';
import { dayNumber } from '../../core/time/utc-day';
import type { Votes } from '../../core/ratings/rating';
import { Gone } from '../ports/failures';
import type { Asking, LedgerEntry } from '../ports/world';

import { rubricsOf } from '../rubric/in-force';
import { type RubricInForce } from '../ports/rubrics';
import { knownOrScored } from '../scoring/known-or-scored';
import { unreadableToTheApp } from '../access/unreadable-to-the-app';

/** An issue whose votes a person looks at. */
export interface RatingContext {
  readonly entry: LedgerEntry;
  readonly inForce: RubricInForce;
  readonly votes: Votes;
  readonly verdict: Verdict;
  /** Whole UTC days since 1970. */
  readonly today: number;
}

/** @throws Gone when the issue does not exist, is closed, or this person may not see it */
export async function openRatings(
  issueId: string,
  { world, viewer, me, now }: Asking,
): Promise<RatingContext> {
  if (!(await viewer.visible([issueId])).has(issueId))
    throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const entry = await knownOrScored(issueId, world, now);
  if (entry === undefined) throw unreadableToTheApp('this issue');
  if (!entry.open) throw new Gone(`Issue ${issueId} is closed: there is nothing to rate`);
  const inForce = (await rubricsOf([entry.project], world.rubrics))(entry.project);
  const right = inForce.rubric.decisionRights.rateCriteria;
  const [votes, edits, administers, theirs] = await Promise.all([
    world.votes.of(issueId),
    viewer.mayOn('EDIT_ISSUES', issueId),
    viewer.may('ADMINISTER_PROJECTS', entry.project),
    world.roles.ofPerson(entry.project, me, rolesNamed([right])),
  ]);
  return {
    entry,
    inForce,
    votes,
    verdict: verdictOn(right, { accountId: me, ...theirs, edits, administers }, false),
    today: dayNumber(now),
  };
}
