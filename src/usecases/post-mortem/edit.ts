import type { PostMortemChange } from '../../core/post-mortem/change';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import { linkedWork } from '../../core/post-mortem/urgent';
import { ownMember } from '../../core/terms/own-member';
import type { PostMortemView } from '../../core/post-mortem/view';
import { Declined, Forbidden, Gone, Rejected } from '../ports/failures';
import type { PostMortemContext } from './post-mortem-context';
import { applyChange, existingAt, requireEditing, showAgain } from './find-post-mortem';
import { noteSameAgain } from './note-recurrence';
import type { Subject } from './subject';

/**
 * Changes a part of it. Others who change other parts at the same moment lose nothing.
 * @throws Declined when somebody changed the same part since `seen`, or the change makes no sense
 */
export async function changePostMortem(
  issueId: string,
  seen: number,
  change: PostMortemChange,
  context: PostMortemContext,
): Promise<PostMortemView> {
  const { subject, record } = await existingAt(issueId, context);
  await requireEditing(subject, context);
  await mustBeSomebody(newOwner(change, record), context);
  const names = change.kind === 'addFactor' ? await namesAround(subject, record, context) : [];
  await applyChange(subject, change, { seen, names }, context);
  if (change.kind === 'earlier') await noteEarlier(subject, change.keys ?? [], context);
  return showAgain(subject, context);
}

/** Whom a change makes an owner that was not one of the same part before; null for nobody. */
function newOwner(change: PostMortemChange, record: PostMortem): string | null {
  if (change.kind === 'owner') return change.owner === record.owner ? null : change.owner;
  if (change.kind !== 'item') return null;
  const before = ownMember(record.items, change.id)?.owner ?? null;
  return change.owner === before ? null : change.owner;
}

async function mustBeSomebody(
  accountId: string | null,
  { people, me }: PostMortemContext,
): Promise<void> {
  if (accountId === null || accountId === me) return;
  if (!(await people.names([accountId])).has(accountId))
    throw new Declined(
      'The owner is not a person on this site whom you can see',
      'Choose somebody from the list.',
    );
}

async function namesAround(
  { issue }: Subject,
  record: PostMortem,
  { jira, people, me }: PostMortemContext,
): Promise<readonly string[]> {
  const history = await jira.history(issue.key);
  const ids = [
    me,
    record.owner,
    issue.assignee,
    issue.reporter?.id,
    ...history.map(({ by }) => by),
  ];
  return [...(await people.names([...new Set(ids.flatMap((id) => id ?? []))])).values()];
}

/**
 * What happened before may still have open actions: then these incidents are the same again. Only as far as the person may edit what
 * that changes: a post-mortem of another project, its actions, and their links.
 */
async function noteEarlier(
  { incidents, inForce, issue }: Subject,
  keys: readonly string[],
  context: PostMortemContext,
): Promise<void> {
  const { world, jira, me, now } = context;
  const earlier = keys.length === 0 ? [] : (await jira.issues.find(keys, [])).issues;
  const shown = new Set(earlier.map(({ key }) => key));
  const places = earlier
    .flatMap((one) => [one.id, ...linkedWork(one, inForce.rubric).map(({ id }) => id)])
    .filter((id) => id !== issue.id);
  const records = await world.postMortems.read([...new Set(places)]);
  for (const record of records.values()) {
    if (!record.incidents.some((key) => shown.has(key))) continue;
    if (!(await mayChangeAll(record, context))) continue;
    for (const incident of incidents)
      try {
        const person = { me, jira };
        await noteSameAgain(record, { incident, inForce, reopenedAt: null, person }, world, now);
      } catch (failure) {
        // Jira does not let them link it: then it is not the same again by their word either.
        if (![Forbidden, Gone, Rejected].some((kind) => failure instanceof kind)) throw failure;
      }
  }
}

/** Whether the person may edit the issue of a post-mortem, and each of its actions that is open. */
async function mayChangeAll(
  { issueId, actions }: PostMortem,
  { jira }: PostMortemContext,
): Promise<boolean> {
  const wanted = [
    issueId,
    ...actions.filter(({ done }) => done === null).map((action) => action.issueId),
  ];
  const { issues, gone, unreadable } = await jira.issues.find([...new Set(wanted)], []);
  if (gone.length + unreadable.length > 0) return false;
  for (const { key } of issues) if (!(await jira.rights({ issue: key })).edit) return false;
  return true;
}
