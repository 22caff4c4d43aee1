const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `3 March 2026` for `2026-03-03`. */
export function longDay(day: string): string {
  return LONG.format(new Date(day));
}
