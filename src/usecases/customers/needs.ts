import type { World } from '../ports/world';

/** What of the world this room reaches. */
export type Needs = Pick<
  World,
  | 'siteFields'
  | 'ledger'
  | 'rubrics'
  | 'queue'
  | 'rescoreRequests'
  | 'evidence'
  | 'customers'
  | 'random'
  | 'clock'
  | 'jobs'
>;
