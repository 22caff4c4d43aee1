import { dayOf } from '../../core/time/utc-day';
import { amended } from '../../core/post-mortem/change';
import { latestActionDay } from '../../core/post-mortem/due';
import { MOST_ACTIONS } from '../../core/post-mortem/post-mortem';
import type { NewPreventiveAction, PostMortemView } from '../../core/post-mortem/view';
import { Declined, Forbidden, Gone, Limited, Rejected, Unavailable } from '../ports/failures';
import type { PostMortemContext } from './post-mortem-context';
import { requestRescore } from '../scoring/request-rescore';
import { linkNames } from './action-links';
import { amend } from './amend';
import { existingAt, requireEditing, showAgain } from './find-post-mortem';
import type { Subject } from './subject';
import { outcomesOf, tell } from './tell';

/**
 * Creates a preventive action as a Jira issue of the person's own, linked to the fix. Once it is made it is kept, whatever happens to
 * its link: whoever were told that it failed would make it a second time.
 */
export async function createPreventiveAction(
  issueId: string,
  request: NewPreventiveAction,
  context: PostMortemContext,
): Promise<PostMortemView> {
  const { subject, record } = await existingAt(issueId, context);
  await requireEditing(subject, context);
  const {
    issue,
    inForce: { rubric, version },
  } = subject;
  const today = dayOf(context.now);
  const latest = latestActionDay(today, request.priority, rubric.postMortem);
  if (request.due < today || request.due > latest) {
    throw new Declined(
      `A ${request.priority ? 'priority ' : ''}preventive action is due between today and ${latest}`,
      'Choose a day within that time, or a smaller first step.',
    );
  }
  if (record.actions.length >= MOST_ACTIONS)
    throw new Declined(`There are ${MOST_ACTIONS} actions already`, 'Finish some of them first.');
  const made = await context.jira.createAction({
    project: issue.project.key,
    summary: request.summary,
    owner: request.owner,
    due: request.due,
    label:
      rubric.followUps.labels.find((label) => label === 'preventive-action') ??
      rubric.followUps.labels[0] ??
      'preventive-action',
  });
  const signature = { by: context.me, at: context.now.toISOString() };
  const amendment = await amend(
    issue.id,
    (newest) =>
      amended(
        newest,
        {
          to: {
            actions: [
              ...newest.actions,
              {
                issueId: made.id,
                key: made.key,
                owner: request.owner,
                due: request.due,
                priority: request.priority,
                done: null,
                ...signature,
              },
            ],
          },
          part: null,
          said: { kind: 'actionCreated', ref: { key: made.key }, due: request.due },
        },
        rubric.postMortem,
        signature,
      ),
    context.world,
  );
  if (amendment !== null)
    await tell(outcomesOf(amendment, context.me, version), context.world, context.now);
  const why = await linkOrSayWhyNot(made.key, subject, context);
  if (why !== null)
    await amend(
      issue.id,
      (newest) =>
        amended(
          newest,
          {
            to: {},
            part: null,
            said: {
              kind: 'actionNotLinked',
              ref: { key: made.key },
              fix: { ref: { key: issue.key } },
              refused: why,
            },
          },
          rubric.postMortem,
          { by: '', at: signature.at },
        ),
      context.world,
    );
  // Looked at again, the fix is linked with it by Ballast.
  await requestRescore([made.id, ...(why === null ? [] : [issue.id])], 'read', context.world);
  return showAgain(subject, context);
}

async function linkOrSayWhyNot(
  action: string,
  { issue, inForce: { rubric } }: Subject,
  { jira }: PostMortemContext,
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
