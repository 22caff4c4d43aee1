import type { PostMortemView } from '../../core/post-mortem/view';
import type { PostMortemContext } from './post-mortem-context';
import { findAt, requireEditing } from './find-post-mortem';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import { requestRescore } from '../scoring/request-rescore';
import { asOpened, begin } from './open';
import { show } from './show';
import { resolvedLately, type Subject } from './subject';
import { asTakenIn } from './take-in';

/**
 * Shows what is about to be opened or taken in too, and leaves it to the queue to write that: looking writes nothing.
 * @throws Gone when the issue does not exist or this person may not see it
 */
export async function viewPostMortem(
  issueId: string,
  context: PostMortemContext,
): Promise<PostMortemView> {
  const { subject, record } = await findAt(issueId, context);
  const coming = await comingOf(subject, record, context);
  if (coming !== record) await requestRescore([issueId], 'read', context.world);
  return show(subject, coming, context);
}

/** Begins one before the issue is resolved, or without an incident that asks for it. */
export async function startPostMortem(
  issueId: string,
  context: PostMortemContext,
): Promise<PostMortemView> {
  const { subject, record } = await findAt(issueId, context);
  await requireEditing(subject, context);
  return show(
    subject,
    record ?? (await begin(subject, context.me, context.world, context.now)),
    context,
  );
}

/** Keeps the revision that stands: a change is held against that. */
async function comingOf(
  subject: Subject,
  record: PostMortem | null,
  { world, now }: PostMortemContext,
): Promise<PostMortem | null> {
  if (record === null) return asOpened(subject, world, now);
  if (!resolvedLately(subject.issue, now)) return record;
  const coming = await asTakenIn(subject, record, world, now);
  return coming === record ? record : { ...coming, revision: record.revision };
}
