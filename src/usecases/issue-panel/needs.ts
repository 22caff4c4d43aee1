import type { ScoringNeeds, World } from '../ports/world';

/** What of the world this room reaches: it scores issues, and tells what a person may see of what they name. */
export type Needs = ScoringNeeds & Pick<World, 'projects'>;
