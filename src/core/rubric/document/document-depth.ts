import { Lexer, Parser } from 'yaml';

/** Levels of lists and objects in one another; a rubric needs fewer than ten. */
export const DEEPEST = 50;

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
