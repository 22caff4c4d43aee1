import type { Severity, Signals } from '../../core/signals/signal';

/** Severity of the worst open incident that speaks for an issue; null without one. 1 is the worst. */
export function worstOpenSeverity(signals: Signals | null): Severity | null {
  const severities = (signals?.evidence ?? []).flatMap(({ kind, open, severity }) => (kind === 'incident' && open && severity !== undefined ? [severity] : []));
  return severities.length === 0 ? null : severities.reduce((worst, one) => (one < worst ? one : worst));
}
