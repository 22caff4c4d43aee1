import { Lexer, Parser } from 'yaml';

/** Levels of lists and objects in one another; a rubric needs fewer than ten. */
export const DEEPEST = 50;

/** Levels that a document may have to be kept: storage takes 32, and what stands around it needs a few. */
const DEEPEST_KEPT = 25;

/** Whether a document is nested more deeply than can be kept. Does not call itself, as what asks is as deep as anybody likes. */
export function nestedTooDeep(document: unknown): boolean {
  let level: readonly unknown[] = [document];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_KEPT) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null
        ? (Object.values(value) as readonly unknown[])
        : [],
    );
  }
  return false;
}

/**
 * The line on which a JSON or YAML text first nests deeper than that, in brackets, by indentation or in a row of `- - -`; null
 * for one that never does. To be asked before the text is read: reading calls itself for each level, and runs out of stack, in the
 * worst case with its whole process. This goes through the text once, without calling itself.
 */
export function lineNestedTooDeep(text: string): number | null {
  const parser = new Parser();
  let line = 1;
  for (const lexeme of new Lexer().lex(text)) {
    for (const _part of parser.next(lexeme)) continue;
    // At the bottom stands the document itself.
    const top = parser.stack.at(-1);
    if (parser.stack.length > DEEPEST + 1 && top !== undefined && 'items' in top) return line;
    line += lexeme.split('\n').length - 1;
  }
  return null;
}
