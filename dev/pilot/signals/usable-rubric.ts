import { parseRubric } from '../../../src/core/rubric/document/parse';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { BadArguments } from '../arguments';

/** @throws BadArguments with every problem of a document that cannot be used. */
export function usableRubric(document: Readonly<Record<string, unknown>>): Rubric {
  const parsed = parseRubric(document);
  if (parsed.ok) return parsed.rubric;
  throw new BadArguments(
    [
      'The rubric cannot be used:',
      ...parsed.problems.map(({ path, problem, advice }) => `  ${path}: ${problem} (${advice})`),
    ].join('\n'),
    { showUsage: false },
  );
}
