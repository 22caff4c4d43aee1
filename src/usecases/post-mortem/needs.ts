import type { World } from '../ports/world';

/** What Ballast reaches to keep post-mortems, by itself and for a person who asks. */
export type Needs = Pick<
  World,
  | 'postMortems'
  | 'links'
  | 'decisions'
  | 'issues'
  | 'siteFields'
  | 'ledger'
  | 'rubrics'
  | 'queue'
  | 'rescoreRequests'
  | 'pilots'
  | 'random'
  | 'clock'
>;
