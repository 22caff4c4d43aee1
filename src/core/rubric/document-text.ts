import { parse, stringify } from 'yaml';
import { parseRubric, type ParsedRubric } from './parse';
import type { Rubric } from './schema';

/** Reads a rubric document written in JSON or YAML. What cannot be read at all is one problem of the document as a whole. */
export function parseRubricText(text: string): ParsedRubric {
  let document: unknown;
  try {
    document = parse(text);
  } catch (failure) {
    const [why = ''] = (failure instanceof Error ? failure.message : String(failure)).split('\n');
    return { ok: false, problems: [{ path: '', problem: `it is neither JSON nor YAML: ${why.replace(/:$/, '')}`, advice: 'mend that place, or start from an exported rubric' }] };
  }
  return parseRubric(document);
}

/** The whole rubric as a document that `parseRubricText` reads back to the same. */
export function writeRubric(rubric: Rubric, format: 'json' | 'yaml'): string {
  return format === 'json' ? `${JSON.stringify(rubric, null, 2)}\n` : stringify(rubric, { lineWidth: 120 });
}
