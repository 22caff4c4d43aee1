import type { Finished, Judged } from './judged';

/** An issue that was finished although others that scored far higher stood open. */
export interface Inversion {
  readonly id: string;
  readonly key: string;
  readonly score: number;
  readonly finished: number;
  /** How many far higher ones waited then. */
  readonly passed: number;
  /** The highest of them. */
  readonly instead: { readonly id: string; readonly key: string; readonly score: number };
}

/** So many points are far: more than a band's width of doubt. */
export const FAR = 20;

/**
 * What was finished before work that scored at least `FAR` points more and was there already: those that passed most first. The
 * score of work that is still open is the one it has now.
 */
export function inversionsOf(
  finished: readonly Finished[],
  open: readonly Judged[],
): readonly Inversion[] {
  const later = [...finished, ...open.map((one) => ({ ...one, finished: Infinity }))];
  return finished
    .flatMap((one): readonly Inversion[] => {
      const passed = later.filter(
        (other) =>
          other.finished > one.finished &&
          other.created < one.finished &&
          other.score >= one.score + FAR,
      );
      const first = passed.reduce<Judged | null>(
        (best, other) => (best === null || other.score > best.score ? other : best),
        null,
      );
      return first === null
        ? []
        : [
            {
              id: one.id,
              key: one.key,
              score: one.score,
              finished: one.finished,
              passed: passed.length,
              instead: { id: first.id, key: first.key, score: first.score },
            },
          ];
    })
    .sort(
      (a, b) =>
        b.passed - a.passed ||
        b.instead.score - b.score - (a.instead.score - a.score) ||
        a.key.localeCompare(b.key),
    );
}
