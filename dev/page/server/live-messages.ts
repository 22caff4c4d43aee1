import type { ProductEvent } from '../../jira/protocol';
import type { LiveMessage } from '../wire';

const idOf = (value: unknown): readonly string[] =>
  typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];

/** What the page needs to know of a product event: which issues it touches. Ids only, so that nobody learns what they may not see. */
export function liveMessage({ name, payload, selfGenerated }: ProductEvent): LiveMessage {
  const issue = payload['issue'];
  const ownId = typeof issue === 'object' && issue !== null && 'id' in issue ? issue.id : undefined;
  const issueIds = [
    ...idOf(ownId),
    ...idOf(payload['sourceIssueId']),
    ...idOf(payload['destinationIssueId']),
  ];
  return { kind: 'issue', event: name, issueIds, selfGenerated };
}
