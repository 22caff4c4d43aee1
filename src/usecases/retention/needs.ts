import type { World } from '../ports/world';

/** What of the world this room reaches. */
export type Needs = Pick<
  World,
  | 'removals'
  | 'projectRecords'
  | 'ledger'
  | 'issues'
  | 'projects'
  | 'evidence'
  | 'decisions'
  | 'postMortems'
  | 'updates'
  | 'notes'
  | 'rubrics'
  | 'rescoreRequests'
  | 'queue'
  | 'clock'
  | 'random'
  | 'remainingMs'
>;
