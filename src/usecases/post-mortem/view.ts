import type { PostMortemView } from '../../core/post-mortem/view';
import type { PostMortemDesk } from './post-mortem-desk';
import { findAt, requireEditing } from './desk';
import { begin, openWhenResolved } from './open';
import { show } from './show';
import { takeIn } from './take-in';

/** @throws Gone when the issue does not exist or this person may not see it */
export async function viewPostMortem(
  issueId: string,
  desk: PostMortemDesk,
): Promise<PostMortemView> {
  const { subject, record } = await findAt(issueId, desk);
  return show(
    subject,
    await (record === null
      ? openWhenResolved(subject, desk.world, desk.now)
      : takeIn(subject, record, desk.world, desk.now)),
    desk,
  );
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
