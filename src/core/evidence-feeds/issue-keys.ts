/** Jira's default form of keys, in capitals, so that ordinary words with a dash and a number are left alone. */
const KEY = /(?<![\w-])[A-Z][A-Z0-9_]{1,9}-[1-9]\d{0,8}(?![\w-])/gu;
/** So many names of issues in one report are no longer meant one by one. */
const MOST = 50;

/** The keys of issues that texts mention, each once, in their order. A text may mention what only looks like a key. */
export function issueKeysIn(texts: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text?.match(KEY) ?? []))].slice(0, MOST);
}
