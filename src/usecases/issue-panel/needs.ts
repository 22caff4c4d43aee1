import type { ScoringNeeds } from '../ports/world';

/** What of the world this room reaches: it scores issues. */
export type Needs = ScoringNeeds;
