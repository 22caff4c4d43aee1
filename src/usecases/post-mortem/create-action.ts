import { amended } from '../../core/postmortem/change';
import { latestActionDay } from '../../core/postmortem/due';
import { MOST_ACTIONS } from '../../core/postmortem/post-mortem';
import type { NewPreventiveAction, PostMortemView } from '../../core/postmortem/view';
import { Declined } from '../failures';
import type { PostMortemDesk } from '../ports/post-mortem';
import { requestRescore } from '../request-rescore';
import { amend } from './amend';
import { existingAt, requireEditing, showAgain } from './desk';
import { linkNames } from './follow';
import { outcomesOf, tell } from './tell';

/** Creates a preventive action as a Jira issue of the person's own, linked to the fix. */
export async function createPreventiveAction(issueId: string, wish: NewPreventiveAction, desk: PostMortemDesk): Promise<PostMortemView> {
  const { subject, record } = await existingAt(issueId, desk);
  await requireEditing(subject, desk);
  const { issue, inForce: { rubric, version } } = subject;
  const today = desk.now.toISOString().slice(0, 10);
  const latest = latestActionDay(today, wish.priority, rubric.postMortem);
  if (wish.due < today || wish.due > latest) {
    throw new Declined(`A ${wish.priority ? 'priority ' : ''}preventive action is due between today and ${latest}`, 'Choose a day within that time, or a smaller first step.');
  }
  if (record.actions.length >= MOST_ACTIONS) throw new Declined(`There are ${MOST_ACTIONS} actions already`, 'Finish some of them first.');
  const made = await desk.jira.createAction({
    project: issue.project.key, summary: wish.summary, owner: wish.owner, due: wish.due,
    label: rubric.followUps.labels.find((label) => label === 'preventive-action') ?? rubric.followUps.labels[0] ?? 'preventive-action',
  });
  const signature = { by: desk.me, at: desk.now.toISOString() };
  const amendment = await amend(issue.id, (newest) => amended(
    newest,
    { actions: [...newest.actions, { issueId: made.id, key: made.key, owner: wish.owner, due: wish.due, priority: wish.priority, done: null, ...signature }] },
    { part: null, said: `created a preventive action: ${made.key}, due ${wish.due}` }, rubric.postMortem, signature,
  ), desk.world);
  if (amendment !== null) await tell(outcomesOf(amendment, desk.me, version), desk.world, desk.now);
  await desk.jira.link(linkNames(rubric), made.key, issue.key);
  await requestRescore([made.id], 'read', desk.world);
  return showAgain(subject, desk);
}
