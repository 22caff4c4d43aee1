/** For no text: an attribute must hold at least one character that is no blank. */
const NONE = '-';

/** A text as an attribute holds it. */
export function storedText(text: string | null): string {
  return text === null || text.trim() === '' ? NONE : text;
}

/** The text that an attribute holds, empty without one. Earlier versions kept that as it is. */
export function textOf(stored: string): string {
  return stored === NONE ? '' : stored;
}
