import { dayOf } from '../../core/time/utc-day';
import { amended } from '../../core/post-mortem/change';
import { latestActionDay } from '../../core/post-mortem/due';
import { MOST_ACTIONS } from '../../core/post-mortem/post-mortem';
import type { NewPreventiveAction, PostMortemView } from '../../core/post-mortem/view';
import { Declined, Forbidden, Gone, Limited, Rejected, Unavailable } from '../ports/failures';
import type { PostMortemDesk } from './post-mortem-desk';
import { requestRescore } from '../scoring/request-rescore';
import { linkNames } from './action-links';
import { amend } from './amend';
import { existingAt, requireEditing, showAgain } from './desk';
import type { Subject } from './subject';
import { outcomesOf, tell } from './tell';

/**
 * Creates a preventive action as a Jira issue of the person's own, linked to the fix. Once it is made it is kept, whatever happens to
 * its link: whoever were told that it failed would make it a second time.
 */
export async function createPreventiveAction(
  issueId: string,
  wish: NewPreventiveAction,
  desk: PostMortemDesk,
): Promise<PostMortemView> {
  const { subject, record } = await existingAt(issueId, desk);
  await requireEditing(subject, desk);
  const {
    issue,
    inForce: { rubric, version },
  } = subject;
  const today = dayOf(desk.now);
  const latest = latestActionDay(today, wish.priority, rubric.postMortem);
  if (wish.due < today || wish.due > latest) {
    throw new Declined(
      `A ${wish.priority ? 'priority ' : ''}preventive action is due between today and ${latest}`,
      'Choose a day within that time, or a smaller first step.',
    );
  }
  if (record.actions.length >= MOST_ACTIONS)
    throw new Declined(`There are ${MOST_ACTIONS} actions already`, 'Finish some of them first.');
  const made = await desk.jira.createAction({
    project: issue.project.key,
    summary: wish.summary,
    owner: wish.owner,
    due: wish.due,
    label:
      rubric.followUps.labels.find((label) => label === 'preventive-action') ??
      rubric.followUps.labels[0] ??
      'preventive-action',
  });
  const signature = { by: desk.me, at: desk.now.toISOString() };
  const amendment = await amend(
    issue.id,
    (newest) =>
      amended(
        newest,
        {
          actions: [
            ...newest.actions,
            {
              issueId: made.id,
              key: made.key,
              owner: wish.owner,
              due: wish.due,
              priority: wish.priority,
              done: null,
              ...signature,
            },
          ],
        },
        { part: null, said: `created a preventive action: ${made.key}, due ${wish.due}` },
        rubric.postMortem,
        signature,
      ),
    desk.world,
  );
  if (amendment !== null) await tell(outcomesOf(amendment, desk.me, version), desk.world, desk.now);
  const why = await linkOrSayWhyNot(made.key, subject, desk);
  if (why !== null)
    await amend(
      issue.id,
      (newest) =>
        amended(
          newest,
          {},
          { part: null, said: `could not link ${made.key} with ${issue.key}: ${why}` },
          rubric.postMortem,
          { by: '', at: signature.at },
        ),
      desk.world,
    );
  // Looked at again, the fix is linked with it by Ballast.
  await requestRescore([made.id, ...(why === null ? [] : [issue.id])], 'read', desk.world);
  return showAgain(subject, desk);
}

async function linkOrSayWhyNot(
  action: string,
  { issue, inForce: { rubric } }: Subject,
  { jira }: PostMortemDesk,
): Promise<string | null> {
  try {
    await jira.link(linkNames(rubric), action, issue.key);
    return null;
  } catch (failure) {
    if ([Forbidden, Gone, Limited, Rejected, Unavailable].some((kind) => failure instanceof kind))
      return (failure as Error).message;
    throw failure;
  }
}
