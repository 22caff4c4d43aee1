import type { PostMortemView } from '../../core/post-mortem/view';
import type { PostMortemDesk } from './post-mortem-desk';
import { findAt, requireEditing } from './desk';
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
  desk: PostMortemDesk,
): Promise<PostMortemView> {
  const { subject, record } = await findAt(issueId, desk);
  const coming = await comingOf(subject, record, desk);
  if (coming !== record) await requestRescore([issueId], 'read', desk.world);
  return show(subject, coming, desk);
}

/** Begins one before the issue is resolved, or without an incident that asks for it. */
export async function startPostMortem(
  issueId: string,
  desk: PostMortemDesk,
): Promise<PostMortemView> {
  const { subject, record } = await findAt(issueId, desk);
  await requireEditing(subject, desk);
  return show(subject, record ?? (await begin(subject, desk.me, desk.world, desk.now)), desk);
}

/** Keeps the revision that stands: a change is held against that. */
async function comingOf(
  subject: Subject,
  record: PostMortem | null,
  { world, now }: PostMortemDesk,
): Promise<PostMortem | null> {
  if (record === null) return asOpened(subject, world, now);
  if (!resolvedLately(subject.issue, now)) return record;
  const coming = await asTakenIn(subject, record, world, now);
  return coming === record ? record : { ...coming, revision: record.revision };
}
