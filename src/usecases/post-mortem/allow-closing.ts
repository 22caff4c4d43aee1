import { checklistOf, closingRefusal } from '../../core/post-mortem/checklist';
import { asksForOne, keptElsewhere, readSubject } from './subject';
import { asTakenIn } from './take-in';
import type { Needs } from './needs';

/** Why an issue may not be closed yet; null when it may. */
export async function whyNotClose(key: string, world: Needs, now: Date): Promise<string | null> {
  const subject = await readSubject(key, world, now);
  // Somebody is moving it just now, so that it is there: what Ballast cannot read it cannot let pass.
  if (subject === null)
    return `Ballast may not see ${key}, so it cannot tell whether a post-mortem has to be done first. A Jira administrator can let the app see it, or take the validator of Ballast off this transition.`;
  const record = (await world.postMortems.read([subject.issue.id])).get(subject.issue.id) ?? null;
  if (record === null && (!asksForOne(subject) || (await keptElsewhere(subject, world)) !== null))
    return null;
  const newest = record === null ? null : await asTakenIn(subject, record, world, now);
  return closingRefusal(subject.issue.key, checklistOf(subject.inForce.rubric.postMortem, newest));
}
