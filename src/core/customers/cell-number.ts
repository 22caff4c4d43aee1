export type CellNumber =
  | { readonly is: 'number'; readonly value: number }
  /** Readable as each of these, as people write numbers in one country or another. */
  | { readonly is: 'ambiguous'; readonly readings: readonly [number, number] }
  | { readonly is: 'none' };

const PLAIN = /^\d+(?:\.\d+)?$/u;
/** `1 200 000`, `1'200'000.5`: marks that never stand for a decimal point. */
const SPACED = /^\d{1,3}(?:[ '’_\u00A0\u2009\u202F]\d{3})+(?:[.,]\d+)?$/u;
const MARKS = /[ '’_\u00A0\u2009\u202F]/gu;
/** `1,200,000.50` and `1.200.000,50`: more than one mark tells which of them is the decimal one. */
const ENGLISH = /^\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)$/u;
const CONTINENTAL = /^\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|\.\d{3},\d+)$/u;
const DECIMAL_COMMA = /^\d+,\d+$/u;
/** `412.000`, `412,000`: 412 to one reader, 412 thousand to another. */
const EITHER = /^([1-9]\d{0,2})[.,](\d{3})$/u;

/** The number that somebody wrote into a cell: in decimal digits, with a point or a comma, with or without marks for thousands. */
export function readNumber(cell: string): CellNumber {
  const text = cell.trim();
  const [, whole, rest] = EITHER.exec(text) ?? [];
  if (whole !== undefined && rest !== undefined)
    return { is: 'ambiguous', readings: [Number(`${whole}.${rest}`), Number(whole + rest)] };
  const plain = asPlain(text);
  return plain === null ? { is: 'none' } : { is: 'number', value: Number(plain) };
}

function asPlain(text: string): string | null {
  if (PLAIN.test(text)) return text;
  if (SPACED.test(text)) return text.replace(MARKS, '').replace(',', '.');
  if (ENGLISH.test(text)) return text.replaceAll(',', '');
  if (CONTINENTAL.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return DECIMAL_COMMA.test(text) ? text.replace(',', '.') : null;
}

/** What to write into a cell so that it is read as this number; nothing for none. */
export function numberCell(value: number | null): string {
  if (value === null) return '';
  const text = /e/u.test(String(value)) ? value.toFixed(20) : String(value);
  return EITHER.test(text) ? `${text}0` : text;
}
