import type { Viewer } from '../ports/world';
import type { Needs } from './needs';

/** As whom a rule runs: every action checks this person's rights. */
export interface RuleUser {
  readonly world: Needs;
  readonly viewer: Viewer;
  /** Account id; null where the rule runs as nobody. */
  readonly by: string | null;
  readonly now: Date;
}
