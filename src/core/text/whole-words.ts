/*
 * Words as people mean them: without case, accents, and the choice between space, hyphen and underscore. Scripts without spaces between
 * words, and Korean, which writes endings onto them, have no borders that could be looked at.
 */

const WORD = /[\p{L}\p{N}\p{M}]/u;
const BORDERLESS =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
/** Of Latin, Greek and Cyrillic letters: marks of other scripts are letters of their own. */
const ACCENTS = /[\u0300-\u036f]/gu;

/** A text as it is compared: two that people take for the same words give the same. Upper case first, since `ß` has only that. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s\p{Pd}_]+/gu, ' ')
    .replace(/[‘’ʼ]/gu, "'")
    .trim();
}

/** Whether a text has these words in this order as whole words; both `folded`. No words are in no text. */
export function hasWords(text: string, words: string): boolean {
  if (words === '') return false;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (isBorder(text, at) && isBorder(text, at + words.length)) return true;
  return false;
}

/** Whether a word may begin or end between the characters before and after this place. */
function isBorder(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  const code = text.codePointAt(at);
  const after = code === undefined ? '' : String.fromCodePoint(code);
  if (!WORD.test(before) || !WORD.test(after)) return true;
  return BORDERLESS.test(before) || BORDERLESS.test(after);
}

/** Two code units for a character beyond the first 65,536. */
function characterBefore(text: string, at: number): string {
  const two = text.slice(Math.max(0, at - 2), at);
  return (two.codePointAt(0) ?? 0) > 0xffff ? two : two.slice(-1);
}
