import type { PersonsJira } from '../ports/post-mortem';
import type { People } from '../ports/people';
import type { Needs } from './needs';

/** A person who asks about a post-mortem. */
export interface PostMortemContext {
  readonly world: Needs;
  readonly jira: PersonsJira;
  readonly people: People;
  /** Account id. */
  readonly me: string;
  readonly now: Date;
}
