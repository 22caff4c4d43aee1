import { LineCounter, parseDocument, stringify, type YAMLError } from 'yaml';
import { DEEPEST, lineNestedTooDeep } from './document-depth';
import { repeatedMembers } from './repeated-members';
import { parseRubric, type ParsedRubric } from './parse';
import { firstOf, MOST_PROBLEMS, someProblems } from './some-problems';
import type { RubricProblem } from '../schema/problem';
import type { Rubric } from '../schema/schema';

/**
 * Reads a rubric document written in JSON or YAML. Where it cannot be read, every such place is a problem of the document as a
 * whole, and what the rest would mean is told once it can be; a setting that is said twice is told beside all other problems.
 */
export function parseRubricText(text: string): ParsedRubric {
  const line = lineNestedTooDeep(text);
  if (line !== null) {
    return {
      ok: false,
      problems: [
        {
          path: '',
          problem: `it is nested more than ${DEEPEST} levels deep on line ${line}`,
          advice: 'take brackets or indentation away there: no setting of a rubric lies that deep',
        },
      ],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    // Made pretty, each error copies what stands before it: the time for many grows with their square.
    prettyErrors: false,
  });
  const repeated = repeatedMembers(document, lines);
  if (document.errors.length > 0)
    return {
      ok: false,
      problems: someProblems(
        [
          ...[...new Set(firstOf(document.errors).map((error) => placed(error, lines)))].map(
            unreadable,
          ),
          ...repeated,
        ],
        document.errors.length + repeated.length > MOST_PROBLEMS
          ? document.errors.length + repeated.length - MOST_PROBLEMS
          : 0,
      ),
    };
  let meant: unknown;
  try {
    meant = document.toJS();
  } catch (failure) {
    return {
      ok: false,
      problems: someProblems([
        unreadable(failure instanceof Error ? failure.message : String(failure)),
      ]),
    };
  }
  const parsed = parseRubric(meant);
  return repeated.length === 0
    ? parsed
    : { ok: false, problems: someProblems([...repeated, ...(parsed.ok ? [] : parsed.problems)]) };
}

function placed({ message, pos }: YAMLError, lines: LineCounter): string {
  const { line, col } = lines.linePos(pos[0]);
  return `${message} at line ${line}, column ${col}`;
}

function unreadable(message: string): RubricProblem {
  const [why = ''] = message.split('\n');
  return {
    path: '',
    problem: `it is neither JSON nor YAML: ${why.replace(/:$/, '')}`,
    advice: 'mend that place, or start from an exported rubric',
  };
}

/** The whole rubric as a document that `parseRubricText` reads back to the same. */
export function writeRubric(rubric: Rubric, format: 'json' | 'yaml'): string {
  return format === 'json'
    ? `${JSON.stringify(rubric, null, 2)}\n`
    : stringify(rubric, { lineWidth: 120 });
}
