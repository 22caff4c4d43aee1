import type { ScoreView } from '../../../../../src/contract/score';

type Bands = ScoreView['bands'];
type BandName = Bands[number]['band'];

/** A stretch of the 0–100 scale; `from` and `to` are scores. */
export interface Segment {
  readonly band: BandName;
  readonly from: number;
  readonly to: number;
}

/** The bands as stretches that cover 0–100 without a gap. Empty stretches are left out. */
export function segments(bands: Bands): readonly Segment[] {
  const ascending = [...bands].sort((a, b) => a.from - b.from);
  return ascending
    .map(({ band, from }, i) => ({
      band,
      from: i === 0 ? 0 : within(from),
      to: within(ascending[i + 1]?.from ?? 100),
    }))
    .filter(({ from, to }) => to > from);
}

/** The band that a score falls into; null when the rubric names no bands. */
export function bandOf(score: number, bands: Bands): BandName | null {
  return segments(bands).findLast(({ from }) => score >= from)?.band ?? null;
}

/** Keeps a score on the scale, so that a bad figure can't draw outside the picture. */
export function within(score: number): number {
  return Number.isFinite(score) ? Math.min(100, Math.max(0, score)) : 0;
}

/** The start and length, in per cent of the track, of a bar for `value` on an axis that also holds `all`. */
export function bar(
  value: number,
  all: readonly number[],
): { readonly start: number; readonly length: number; readonly zero: number } {
  const least = Math.min(0, ...all);
  const most = Math.max(0, ...all);
  const span = most - least || 1;
  const zero = (Math.abs(least) / span) * 100;
  const length = (Math.abs(value) / span) * 100;
  return { start: value < 0 ? zero - length : zero, length, zero };
}
