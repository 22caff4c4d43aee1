import type { World } from '../ports/world';

/** What of the world this room reaches. */
export type Needs = Pick<
  World,
  'rescoreRequests' | 'clock' | 'intake' | 'spending' | 'notes' | 'rubrics'
>;
