import type { World } from '../ports/world';

/** What of the world this room reaches. */
export type Needs = Pick<
  World,
  | 'issues'
  | 'siteFields'
  | 'fieldWriter'
  | 'ledger'
  | 'rubrics'
  | 'queue'
  | 'remainingMs'
  | 'jobs'
  | 'evidence'
  | 'decisions'
  | 'projects'
>;
