import type { World } from '../ports/world';

/** What of the world this room reaches. */
export type Needs = Pick<
  World,
  | 'edits'
  | 'links'
  | 'decisions'
  | 'issues'
  | 'siteFields'
  | 'ledger'
  | 'queue'
  | 'rescoreRequests'
  | 'evidence'
  | 'random'
  | 'clock'
>;
