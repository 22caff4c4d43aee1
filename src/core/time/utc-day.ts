const dayLength = 86_400_000;

/** Whole UTC days since 1970: what happens within a day moves no score, so scoring twice a day writes nothing new. */
export function dayNumber(date: Date): number {
  return Math.floor(date.getTime() / dayLength);
}

/** Of a day such as `2026-11-20`; null for what is no day. */
export function dayNumberOf(day: string): number | null {
  // A date without a time is one in UTC.
  const at = Date.parse(day.length === 10 ? day : day.slice(0, 10));
  return Number.isNaN(at) ? null : Math.floor(at / dayLength);
}
