const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long ago, as people say it: `just now`, `2 min ago`, `3 h ago`; beyond a day the date and time.
 * A moment in the future (another machine's clock, or a site on a virtual one) is given as a date too.
 */
export function ago(iso: string, now: number, timeZone?: string): string {
  const then = Date.parse(iso);
  if (Number.isNaN(then)) return 'at an unknown time';
  const passed = now - then;
  if (Math.abs(passed) < MINUTE) return 'just now';
  if (passed >= MINUTE && passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`;
  if (passed >= HOUR && passed < DAY) return `${Math.floor(passed / HOUR)} h ago`;
  return `on ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', ...(timeZone && { timeZone }) }).format(then)}`;
}

/** A fact's date as `12 May 2026`; null when there is none or it is no date. */
export function dayOf(iso: string | undefined): string | null {
  const at = iso === undefined ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(at)) return null;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}
