import type { Because } from '../provenance/because';
import type { Change } from '../provenance/change';
import type { Band } from '../terms/band';
import type { Horizon } from '../terms/horizon';
import type { Lane } from '../terms/lane';

/** Where an issue stands: what a score has consequences in. */
export interface StandingBefore {
  readonly lane: Lane;
  readonly horizon: Horizon | null;
  readonly band: Band | null;
}

/** A standing with the reasons of the rules for it. */
export interface Reasoned extends StandingBefore {
  readonly because: Because;
  readonly horizonBecause: Because;
}

/** What counts as a decision: another lane, band or horizon. A score that moves within its band is no decision. */
export function movesOf(
  before: StandingBefore | null,
  { lane, band, horizon, because, horizonBecause }: Reasoned,
): readonly Change[] {
  const was = before ?? { lane: null, band: null, horizon: null };
  return [
    ...(was.lane === lane ? [] : [{ kind: 'lane', from: was.lane, to: lane, because } as const]),
    ...(was.band === band ? [] : [{ kind: 'band', from: was.band, to: band } as const]),
    ...(was.horizon === horizon
      ? []
      : [{ kind: 'horizon', from: was.horizon, to: horizon, because: horizonBecause } as const]),
  ];
}
