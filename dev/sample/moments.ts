/** The sample's today, a Monday morning: every date in it is counted from here. */
export const SAMPLE_AS_OF = '2026-11-16T09:00:00.000Z';

const DAY = 86_400_000;
const NOW = Date.parse(SAMPLE_AS_OF);

/** A small number that is always the same for the same text (FNV-1a), so that the sample has variety without chance. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** So many days ago, up to three hours earlier depending on `id`; moments of one id keep their order. */
export function daysAgo(days: number, id: string): string {
  return new Date(NOW - days * DAY - (seedOf(id) % 180) * 60_000).toISOString();
}

/** The calendar day so many days from today. */
export function dayAhead(days: number): string {
  return new Date(NOW + days * DAY).toISOString().slice(0, 10);
}

export function latest(...moments: readonly (string | null | undefined)[]): string {
  return moments.reduce<string>(
    (newest, moment) => (moment && moment > newest ? moment : newest),
    '',
  );
}
