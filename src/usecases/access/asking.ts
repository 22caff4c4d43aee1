import type { People } from '../ports/people';
import type { Viewer, World } from '../ports/world';

/** A person who asks for something, and the world as it is for them. */
export interface Asking {
  readonly world: World;
  /** Asks Jira as that person. */
  readonly viewer: Viewer;
  readonly people: People;
  /** Account id. */
  readonly me: string;
  readonly now: Date;
}
