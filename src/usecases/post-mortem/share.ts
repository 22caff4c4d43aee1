import { documentOf } from '../../core/post-mortem/document';
import type { PostMortemView } from '../../core/post-mortem/view';
import { Unsure } from '../ports/failures';
import type { PostMortemContext } from './post-mortem-context';
import { applyChange, existingAt, showAgain } from './find-post-mortem';
import { show } from './show';

/**
 * Posts it as a comment of the person on the issue: in a service project as an internal note, as customers are told of causes in other
 * words, if at all.
 * @throws Unsure when Jira shows it to customers all the same
 */
export async function sharePostMortem(
  issueId: string,
  context: PostMortemContext,
): Promise<PostMortemView> {
  const { subject, record } = await existingAt(issueId, context);
  const view = await show(subject, record, context);
  const { key, project } = subject.issue;
  const readBy = await context.jira.comment(key, documentOf(view), 'internal');
  await applyChange(
    subject,
    { kind: 'shared', how: 'as a comment' },
    { seen: record.revision, names: [] },
    context,
  );
  // Outside service projects Jira calls every comment public, which means nothing there.
  if (readBy === 'public' && (await context.jira.audienceIn(project.key)) !== null)
    throw new Unsure(
      `The comment is on ${key}, but Jira shows it to the customers of ${project.key}`,
      `Open ${key} and make the comment an internal note, or delete it.`,
    );
  return showAgain(subject, context);
}
