import type { Person } from '../../core/post-mortem/view';

/** Who and which roles a rubric can name, as the person who asks sees them. */
export interface Naming {
  /** Names of a project's roles; of the whole site's for null. */
  roles(project: string | null): Promise<readonly string[]>;
  /** People of the site by the beginning of a name, 20 at most; nobody for an empty one. */
  people(query: string): Promise<readonly Person[]>;
}
