import { migrated } from './migrate';
import { parseRubric } from './parse';
import { isPlain, withDefaults } from './with-defaults';

/** As much of a rubric as a document comes to, broken or not: for showing and merging it, never for scoring. */
export function madeWhole(document: unknown): Readonly<Record<string, unknown>> {
  const parsed = parseRubric(document);
  return parsed.ok ? parsed.rubric : isPlain(document) ? withDefaults(migrated(document)) : {};
}
