import { checklistOf, closingRefusal } from '../../core/postmortem/checklist';
import type { PostMortemWorld } from '../ports/post-mortem';
import { asksForOne, keptElsewhere, readSubject } from './subject';

/** Why an issue may not be closed yet; null when it may. */
export async function whyNotClose(key: string, world: PostMortemWorld, now: Date): Promise<string | null> {
  const subject = await readSubject(key, world, now);
  if (subject === null) return null;
  const record = (await world.postMortems.read([subject.issue.id])).get(subject.issue.id) ?? null;
  if (record === null && (!asksForOne(subject) || (await keptElsewhere(subject, world)) !== null)) return null;
  return closingRefusal(subject.issue.key, checklistOf(subject.inForce.rubric.postMortem, record));
}
