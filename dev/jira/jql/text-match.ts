import { JqlProblem } from './jql-problem';

/**
 * What `~` looks for: every word somewhere in the text, in any case and plural or not; `word*` begins one; a "phrase" in
 * escaped quotes stands together. Jira stems more cleverly than by the plural.
 */
export function textMatcher(query: string, field: string): (text: string) => boolean {
  const phrases = [...query.matchAll(/"([^"]+)"|(\S+)/g)].map(
    ([, phrase, word]) => phrase ?? word ?? '',
  );
  const patterns = phrases.map(pattern).filter((each) => each !== null);
  if (patterns.length === 0)
    throw new JqlProblem(`The text '${query}' for the field '${field}' has nothing to search for.`);
  return (text) => patterns.every((each) => each.test(text));
}

function pattern(phrase: string): RegExp | null {
  const open = phrase.endsWith('*');
  const words = phrase.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  if (words.length === 0) return null;
  const body = words
    .map((word, at) => (open && at === words.length - 1 ? word : `${singular(word)}(?:e?s)?`))
    .join('[^\\p{L}\\p{N}]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}${open ? '' : '(?![\\p{L}\\p{N}])'}`, 'iu');
}

function singular(word: string): string {
  return word.length > 3 && /[^s]s$/i.test(word) ? word.replace(/e?s$/i, '') : word;
}
