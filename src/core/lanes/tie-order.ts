import type { Signals } from '../signals/signal';

/** What decides the order of issues whose scores are the same. Each may be missing where it was not kept. */
export interface TieFacts {
  /** The upper end of the range: how much it may still turn out to be worth. */
  readonly high?: number;
  /** Day of its newest evidence, UTC. */
  readonly freshest?: string;
  /** Day of the last change that was not Ballast's own, UTC. */
  readonly touched?: string;
}

export function tieFactsOf(
  { issue, evidence }: Signals,
  high: number | null | undefined,
): TieFacts {
  const freshest = evidence.reduce((newest, { at }) => (at > newest ? at : newest), '');
  return {
    ...(high == null ? {} : { high }),
    ...(freshest === '' ? {} : { freshest }),
    ...(issue.touched === undefined ? {} : { touched: issue.touched }),
  };
}

/** Below zero where `a` goes first: the higher end of the range, then the fresher evidence, then the later change. Zero: nothing tells them apart. */
export function amongEquals(a: TieFacts, b: TieFacts): number {
  return (
    later(a.high ?? -1, b.high ?? -1) ||
    later(a.freshest ?? '', b.freshest ?? '') ||
    later(a.touched ?? '', b.touched ?? '')
  );
}

function later<T extends number | string>(a: T, b: T): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
