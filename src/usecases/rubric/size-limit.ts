import type { RubricProblem } from '../../core/rubric/schema/problem';

export { nestedTooDeep } from '../../core/rubric/document/document-depth';

/** Storage takes 240 KiB a value; what is kept beside the document needs a part of it. */
const MOST_KIB = 220;

/** Null while a document is small enough to be kept. */
export function tooLarge(document: unknown): RubricProblem | null {
  const kib = new TextEncoder().encode(JSON.stringify(document)).length / 1024;
  if (kib <= MOST_KIB) return null;
  return {
    path: '',
    problem: `it has ${Math.ceil(kib)} KiB, and ${MOST_KIB} is the most that can be kept`,
    advice: 'move customers to the table of customers, or shorten its longest lists',
  };
}
