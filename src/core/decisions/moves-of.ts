import type { Band } from '../terms/band';
import type { Horizon } from '../terms/horizon';
import type { Lane } from '../terms/lane';
import type { Change } from './decision';

/** Where an issue stands: what a score has consequences in. */
export interface Standing {
  readonly lane: Lane;
  readonly horizon: Horizon | null;
  readonly band: Band | null;
}

/** A standing with the rules' own words for it. */
export interface Because extends Standing {
  readonly because: string;
  readonly horizonBecause: string;
}

/** What counts as a decision: another lane, band or horizon. A score that moves within its band is no decision. */
export function movesOf(before: Standing | null, after: Because): readonly Change[] {
  const parts = [
    ['lane', after.because],
    ['band', null],
    ['horizon', after.horizonBecause],
  ] as const;
  return parts.flatMap(([what, because]) => {
    const [from, to] = [before?.[what] ?? null, after[what]];
    return from === to ? [] : [{ what, from, to, ...(because === null ? {} : { because }) }];
  });
}
