import { changed, type Author, type PostMortemChange } from '../../core/post-mortem/change';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import type { PostMortemView } from '../../core/post-mortem/view';
import { Declined, Forbidden, Gone } from '../ports/failures';
import type { PostMortemContext } from './post-mortem-context';
import { amend } from './amend';
import { show } from './show';
import { openWhenResolved } from './open';
import { readSubject, type Subject } from './subject';
import { takeIn } from './take-in';
import { outcomesOf, tell } from './tell';

/** @throws Gone when the issue does not exist or this person may not see it */
export async function findAt(
  issueId: string,
  { world, jira, now }: PostMortemContext,
): Promise<{ readonly subject: Subject; readonly record: PostMortem | null }> {
  const gone = new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  if ((await jira.issues.find([issueId], [])).issues.length === 0) throw gone;
  const [subject, records] = await Promise.all([
    readSubject(issueId, world, now),
    world.postMortems.read([issueId]),
  ]);
  if (subject === null) throw gone;
  return { subject, record: records.get(issueId) ?? null };
}

/**
 * For whoever is about to change it: what a view showed as about to be opened or taken in is written first.
 * @throws Declined while there is none
 */
export async function existingAt(
  issueId: string,
  context: PostMortemContext,
): Promise<{ readonly subject: Subject; readonly record: PostMortem }> {
  const { subject, record: kept } = await findAt(issueId, context);
  const record = await (kept === null
    ? openWhenResolved(subject, context.world, context.now)
    : takeIn(subject, kept, context.world, context.now));
  if (record === null)
    throw new Declined(`${subject.issue.key} has no post-mortem yet`, 'Start it first.');
  return { subject, record };
}

export async function showAgain(
  subject: Subject,
  context: PostMortemContext,
): Promise<PostMortemView> {
  return show(
    subject,
    (await context.world.postMortems.read([subject.issue.id])).get(subject.issue.id) ?? null,
    context,
  );
}

/** @throws Declined when somebody changed the same part since `seen`, or the change makes no sense */
export async function applyChange(
  { issue, inForce }: Subject,
  change: PostMortemChange,
  { seen, names }: Pick<Author, 'seen' | 'names'>,
  { world, me, now }: PostMortemContext,
): Promise<void> {
  const amended = await amend(
    issue.id,
    (newest) => {
      const outcome = changed(newest, change, inForce.rubric.postMortem, {
        by: me,
        at: now.toISOString(),
        seen,
        names,
      });
      if (outcome.ok) return outcome.next;
      throw new Declined(
        outcome.why,
        outcome.stale
          ? 'Look at theirs: it is shown now. Your words are still here to save again.'
          : 'Change it and save again.',
      );
    },
    world,
  );
  if (amended !== null) await tell(outcomesOf(amended, me, inForce.version), world, now);
}

export async function requireEditing(
  { issue }: Subject,
  { jira }: PostMortemContext,
): Promise<void> {
  if (!(await jira.rights(issue.project.key)).edit)
    throw new Forbidden(`You may not edit issues of ${issue.project.key}`);
}
