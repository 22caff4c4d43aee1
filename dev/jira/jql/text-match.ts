import { JqlProblem } from './jql-problem';

/** True for a text that has what was asked for. */
type Matches = (text: string) => boolean;

/** A part of a query: what it asks for, and whether the text must have it or must not. */
interface Part {
  readonly matches: Matches;
  readonly negative: boolean;
}

type Token =
  | { readonly kind: 'and' | 'or' | 'not' | 'plus' | 'open' | 'close' }
  | { readonly kind: 'term'; readonly text: string; readonly phrase: boolean };

const OPERATORS: Readonly<Record<string, Token>> = {
  AND: { kind: 'and' },
  '&&': { kind: 'and' },
  OR: { kind: 'or' },
  '||': { kind: 'or' },
  NOT: { kind: 'not' },
};

/**
 * What `~` looks for: words somewhere in the text in any case, plural or not; "a phrase" in escaped quotes; `*` and `?` inside a
 * word; AND, OR, NOT, `+`, `-` and brackets. Words side by side must all be there. Fuzziness, nearness and boosts no longer count.
 * Jira stems more cleverly than by the plural.
 * https://support.atlassian.com/jira-software-cloud/docs/search-syntax-for-text-fields/
 */
export function textMatcher(query: string, field: string): Matches {
  const tokens = tokensOf(query);
  if (!tokens.some((token) => token.kind === 'term' && wordsOf(token.text).length > 0))
    throw new JqlProblem(`The text '${query}' for the field '${field}' has nothing to search for.`);
  const wild = tokens.find(
    (token) => token.kind === 'term' && !token.phrase && /^[*?]/.test(token.text),
  );
  if (wild?.kind === 'term')
    throw new JqlProblem(
      `The text query '${wild.text}' for the field '${field}' is not allowed to start with '${wild.text.charAt(0)}'.`,
    );
  return reading(tokens);
}

function tokensOf(query: string): readonly Token[] {
  const found = query.matchAll(
    /"([^"]*)"(?:~\d*)?(?:\^\d+)?|([()])|(?<=^|[\s(])([-+!])(?=\S)|([^\s()"]+)/g,
  );
  return [...found].flatMap(([, phrase, bracket, sign, word]): readonly Token[] => {
    if (phrase !== undefined) return [{ kind: 'term', text: phrase, phrase: true }];
    if (bracket !== undefined) return [{ kind: bracket === '(' ? 'open' : 'close' }];
    if (sign !== undefined) return [{ kind: sign === '+' ? 'plus' : 'not' }];
    const operator = OPERATORS[word ?? ''];
    if (operator !== undefined) return [operator];
    const text = (word ?? '').replace(/\^\d*(?:\.\d+)?$/, '').replace(/~(?:\d*\.?\d+)?$/, '');
    return [{ kind: 'term', text, phrase: false }];
  });
}

/** Reads alternatives of parts that belong together; what is left open or out of place is passed over. */
function reading(tokens: readonly Token[]): Matches {
  let at = 0;
  const alternatives = (): Matches => {
    const all = [together()];
    while (tokens[at]?.kind === 'or') {
      at += 1;
      all.push(together());
    }
    return (text) => all.some((each) => each(text));
  };
  const together = (): Matches => {
    const parts: Part[] = [];
    for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
      if (token.kind === 'or' || token.kind === 'close') break;
      const part = single();
      if (part !== null) parts.push(part);
    }
    // An index finds texts by what they have: from what they must not have alone it finds none.
    if (parts.every(({ negative }) => negative)) return () => false;
    return (text) => parts.every(({ matches, negative }) => matches(text) !== negative);
  };
  const single = (): Part | null => {
    const token = tokens[at];
    if (token === undefined) return null;
    at += 1;
    switch (token.kind) {
      case 'term': {
        const pattern = patternOf(token.text, token.phrase);
        return pattern === null ? null : { matches: (text) => pattern.test(text), negative: false };
      }
      case 'not': {
        const part = single();
        return part === null ? null : { ...part, negative: !part.negative };
      }
      case 'open': {
        const inner = alternatives();
        if (tokens[at]?.kind === 'close') at += 1;
        return { matches: inner, negative: false };
      }
      default:
        return null;
    }
  };
  return alternatives();
}

const wordsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}*?]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

function patternOf(text: string, phrase: boolean): RegExp | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const body = words
    .map((word) => (!phrase && /[*?]/.test(word) ? wildcard(word) : `${singular(word)}(?:e?s)?`))
    .join('[^\\p{L}\\p{N}]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'iu');
}

const wildcard = (word: string): string =>
  word.replaceAll('*', '[\\p{L}\\p{N}]*').replaceAll('?', '[\\p{L}\\p{N}]');

function singular(word: string): string {
  const plain = word.replaceAll(/[*?]/g, '');
  return plain.length > 3 && /[^s]s$/i.test(plain) ? plain.replace(/e?s$/i, '') : plain;
}
