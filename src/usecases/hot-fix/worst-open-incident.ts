import type { WorstOpen } from '../../contract/customer-update';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { Signals } from '../../core/signals/signal';

/** Severity of the worst open incident that speaks for an issue; null without one. 1 is the worst. */
export function worstOpenSeverity(
  signals: Pick<Signals, 'evidence'> | null,
  { evidence: { incidents } }: Pick<Rubric, 'evidence'>,
): WorstOpen | null {
  const open = (signals?.evidence ?? []).flatMap(({ kind, open, severity }): WorstOpen[] =>
    kind === 'incident' && open
      ? [{ level: severity ?? incidents.assumedSeverity, assumed: severity === undefined }]
      : [],
  );
  return open.reduce<WorstOpen | null>(
    (worst, one) =>
      worst === null || one.level < worst.level || (one.level === worst.level && !one.assumed)
        ? one
        : worst,
    null,
  );
}
