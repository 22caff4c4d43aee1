import type { ScoringNeeds, World } from '../ports/world';

/** What of the world this room reaches: it scores issues. */
export type Needs = ScoringNeeds & Pick<World, 'jobs' | 'overrides'>;
