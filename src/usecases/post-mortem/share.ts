import { documentOf } from '../../core/post-mortem/document';
import type { PostMortemView } from '../../core/post-mortem/view';
import type { PostMortemContext } from './post-mortem-context';
import { applyChange, existingAt, showAgain } from './find-post-mortem';
import { show } from './show';

/** Posts it as a comment of the person on the issue. */
export async function sharePostMortem(
  issueId: string,
  context: PostMortemContext,
): Promise<PostMortemView> {
  const { subject, record } = await existingAt(issueId, context);
  const view = await show(subject, record, context);
  await context.jira.comment(subject.issue.key, documentOf(view));
  await applyChange(
    subject,
    { kind: 'shared', how: 'as a comment' },
    { seen: record.revision, names: [] },
    context,
  );
  return showAgain(subject, context);
}
