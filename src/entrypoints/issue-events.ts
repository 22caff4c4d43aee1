import { z } from 'zod';
import type { InvocationError } from '@forge/events';
import { requestRescore } from '../usecases/scoring/request-rescore';
import type { World } from '../usecases/ports/world';
import { orLater } from './later';

/** Changes that no rubric can read: an update that touches nothing else is dropped before it costs anything. */
const IGNORED_FIELDS = new Set([
  'description',
  'environment',
  'comment',
  'attachment',
  'rank',
  'worklogid',
  'timespent',
  'remoteissuelink',
  'remoteworkitemlink',
]);

const id = z.union([z.string(), z.number()]).transform(String);
const item = z.looseObject({ field: z.string().optional(), fieldId: z.string().optional() });

const issueEvent = z.looseObject({
  eventType: z.string(),
  issue: z.looseObject({ id }),
  changelog: z.looseObject({ items: z.array(item).catch([]) }).nullish(),
});
const linkEvent = z.looseObject({
  eventType: z.string(),
  sourceIssueId: id,
  destinationIssueId: id,
});

/**
 * Door of `trigger` issue-changed: product event → the ids whose score may change → requests. It reads nothing from Jira; the
 * consumer reads the state as it is by then, so that late, double and shuffled events come to the same.
 */
export function onIssueEvent(
  event: unknown,
  world: Pick<World, 'rescoreRequests' | 'queue' | 'clock' | 'random' | 'votes'>,
): Promise<InvocationError | undefined> {
  return orLater(async () => {
    const ids = idsIn(event);
    if (isDeletion(event)) await world.votes.forget(ids);
    await requestRescore(ids, 'read', world);
  }, world.random);
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

function isIgnored({ field, fieldId }: z.infer<typeof item>): boolean {
  return IGNORED_FIELDS.has((fieldId ?? field ?? '').toLowerCase());
}
