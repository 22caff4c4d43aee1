import type { PersonsJira } from '../ports/post-mortem';
import type { World } from '../ports/world';
import type { People } from '../ports/people';

/** What Ballast needs to keep post-mortems by itself. */
export type PostMortemWorld = Pick<
  World,
  | 'issues'
  | 'siteFields'
  | 'rubrics'
  | 'decisions'
  | 'postMortems'
  | 'links'
  | 'pilots'
  | 'rescoreRequests'
  | 'queue'
  | 'clock'
  | 'random'
>;

/** And for a person who asks. */
export interface PostMortemContext {
  readonly world: PostMortemWorld;
  readonly jira: PersonsJira;
  readonly people: People;
  /** Account id. */
  readonly me: string;
  readonly now: Date;
}
