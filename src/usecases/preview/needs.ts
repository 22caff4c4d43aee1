import type { World } from '../ports/world';

/** What of the world this room reaches. */
export type Needs = Pick<
  World,
  | 'issues'
  | 'ledger'
  | 'rubrics'
  | 'queue'
  | 'remainingMs'
  | 'clock'
  | 'roles'
  | 'jobs'
  | 'previews'
  | 'sleep'
  | 'evidence'
  | 'decisions'
  | 'projects'
>;
