import { visibleText } from './visible-text';

const FIXED_SPACE = '\u00a0';
const MINUS = '\u2212';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** A score or contribution with exactly one decimal: `81.0`. */
export function oneDecimal(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return value < 0 && text !== '0.0' ? MINUS + text : text;
}

/** A score as a headline: `81`, `79.6`. Never rounded to a whole number, which could cross a band's threshold. */
export function headline(score: number): string {
  return oneDecimal(score).replace(/\.0$/, '');
}

/** A contribution in points of the score, always with its sign: `+24.1`, `−9.4`, `0.0`. */
export function signed(points: number): string {
  const text = oneDecimal(points);
  return points > 0 && text !== '0.0' ? `+${text}` : text;
}

/** A share from 0 to 1 as `25 %`. */
export function percent(share: number): string {
  return `${whole.format(share * 100)}${FIXED_SPACE}%`;
}

/** A multiplier from 0 to 1 as `×0.88`. */
export function multiplier(factor: number): string {
  return `×${factor.toFixed(2)}`;
}

/** Criterion points, 0–100, without decimals. */
export function points(value: number): string {
  return whole.format(value);
}

/** A signal's value with its unit: `310 k€`, `2 d`, `Enterprise`; an en dash when there is none. */
export function amount(value: number | string | null, unit?: string): string {
  if (value === null || value === '') return '–';
  const text =
    typeof value === 'string' ? value : (Math.abs(value) >= 100 ? whole : fine).format(value);
  return unit === undefined || unit === '' ? text : `${text}${FIXED_SPACE}${visibleText(unit)}`;
}

/** Adds contributions in tenths, so that binary fractions never show. */
export function sum(contributions: readonly number[]): number {
  return contributions.reduce((tenths, each) => tenths + Math.round(each * 10), 0) / 10;
}

/** A whole number as people read it: `381`, `65,000`. */
export function wholeNumber(value: number): string {
  return whole.format(value);
}

/** `1 input`, `3 inputs`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${whole.format(n)} ${n === 1 ? one : many}`;
}

/** What a method publishes, on its own scale: `675`, `0.37`, or the name of a matrix's cell. */
export function rawText(value: number | string): string {
  return typeof value === 'string' ? visibleText(value) : fine.format(value);
}
