import { documentOf } from '../../core/post-mortem/document';
import type { PostMortemView } from '../../core/post-mortem/view';
import type { PostMortemDesk } from './post-mortem-desk';
import { applyChange, existingAt, showAgain } from './desk';
import { show } from './show';

/** Posts it as a comment of the person on the issue. */
export async function sharePostMortem(
  issueId: string,
  desk: PostMortemDesk,
): Promise<PostMortemView> {
  const { subject, record } = await existingAt(issueId, desk);
  const view = await show(subject, record, desk);
  await desk.jira.comment(subject.issue.key, documentOf(view));
  await applyChange(subject, record.revision, { kind: 'shared', how: 'as a comment' }, [], desk);
  return showAgain(subject, desk);
}
