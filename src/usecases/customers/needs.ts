import type { World } from '../ports/world';

/** What of the world this room reaches. */
export type Needs = Pick<
  World,
  | 'issues'
  | 'projects'
  | 'siteFields'
  | 'ledger'
  | 'rubrics'
  | 'queue'
  | 'rescoreRequests'
  | 'evidence'
  | 'customers'
  | 'decisions'
  | 'random'
  | 'clock'
  | 'jobs'
  | 'erasures'
>;
