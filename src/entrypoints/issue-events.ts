import { z } from 'zod';
import type { InvocationError } from '@forge/events';
import { takeIssueEvent } from './take-issue-event';
import type { World } from '../usecases/ports/world';
import { orLater } from './later';

/** Changes that no rubric can read: an update that touches nothing else is dropped before it costs anything. */
const IGNORED_FIELDS = new Set([
  'description',
  'environment',
  'comment',
  'attachment',
  'worklogid',
  'timespent',
  'remoteissuelink',
  'remoteworkitemlink',
]);

const id = z.union([z.string(), z.number()]).transform(String);
const item = z.looseObject({
  field: z.string().optional(),
  fieldId: z.string().optional(),
  toString: z.string().nullish().catch(undefined),
});

const issueEvent = z.looseObject({
  eventType: z.string(),
  issue: z.looseObject({ id }),
  changelog: z.looseObject({ items: z.array(item).catch([]) }).nullish(),
});
/** What the platform says of an event that it delivers again. */
const redelivered = z.looseObject({ retryContext: z.looseObject({ retryCount: z.int().min(0) }) });
const ends = z.looseObject({ sourceIssueId: id, destinationIssueId: id });
/** Documented and seen flat; samples of others have the link in an object of its own. */
const linkEvent = z.union([
  ends,
  z.looseObject({ issueLink: ends }).transform((one) => one.issueLink),
]);

/**
 * Door of `trigger` issue-changed: product event → the ids whose score may change → requests. It reads nothing from Jira; the
 * consumer reads the state as it is by then, so that late, double and shuffled events come to the same.
 */
export function onIssueEvent(
  event: unknown,
  world: Pick<World, 'rescoreRequests' | 'queue' | 'clock' | 'random' | 'removals'>,
): Promise<InvocationError | undefined> {
  const turn = deliveriesBefore(event);
  return orLater(
    async () => {
      const ids = idsIn(event);
      if (ids.length > 0) await takeIssueEvent({ ids, deleted: isDeletion(event) }, turn, world);
    },
    world.random,
    turn,
  );
}

function deliveriesBefore(event: unknown): number {
  const read = redelivered.safeParse(event);
  return read.success ? read.data.retryContext.retryCount : 0;
}

function idsIn(event: unknown): readonly string[] {
  const link = linkEvent.safeParse(event);
  if (link.success) return [link.data.sourceIssueId, link.data.destinationIssueId];
  const { issue, changelog } = issueEvent.parse(event);
  return changelog && changelog.items.length > 0 && changelog.items.every(isIgnored)
    ? []
    : [issue.id];
}

/** Nothing else proves that an issue is gone for good: what is not found may only be out of the app's sight. */
function isDeletion(event: unknown): boolean {
  const read = issueEvent.safeParse(event);
  return read.success && read.data.eventType === 'avi:jira:deleted:issue';
}

/**
 * A move in a backlog. Jira Software's Rank has the id of a custom field, customfield_10019 on most sites, and the words tell it from
 * a number that a site calls so itself.
 */
function isDrag(field: string | undefined, to: string | null | undefined): boolean {
  return field?.toLowerCase() === 'rank' && /^ranked /iu.test(to ?? '');
}

function isIgnored({ field, fieldId, toString: to }: z.infer<typeof item>): boolean {
  return IGNORED_FIELDS.has((fieldId ?? field ?? '').toLowerCase()) || isDrag(field, to);
}
