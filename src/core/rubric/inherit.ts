import type { Rubric } from './schema';

/** A part of the rubric that a project may take from the site's. */
export type Section = Exclude<keyof Rubric, 'schema' | 'version' | 'name'>;
