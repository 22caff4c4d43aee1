import type { Evidence, Signals } from './signal';

/** The moments at which agreements will be breached, if nothing happens until then; ISO times, the first one first. */
export function breachesToCome({ issue, evidence }: Signals): readonly string[] {
  return [issue, ...evidence].flatMap(({ breachesAt }) => breachesAt ?? []).sort();
}

function isToBeBreached({ breachesAt }: Evidence): boolean {
  return breachesAt !== undefined;
}

/**
 * The signals as they are at a moment: what was to be breached by then is. Jira sends no event when it is, so this is not read but
 * worked out; whatever stops an agreement is an edit, and comes as one.
 */
export function breachedBy(signals: Signals, now: Date): Signals {
  // Nearly always: every evaluation comes through here.
  if (signals.issue.breachesAt === undefined && !signals.evidence.some(isToBeBreached))
    return signals;
  const moment = now.toISOString();
  const passed = (breachesAt: string | undefined): boolean =>
    breachesAt !== undefined && breachesAt <= moment;
  const { issue, evidence } = signals;
  if (!passed(issue.breachesAt) && !evidence.some((piece) => passed(piece.breachesAt)))
    return signals;
  return {
    ...signals,
    issue: passed(issue.breachesAt) ? { ...issue, slaBreached: true } : issue,
    evidence: evidence.map((piece) =>
      passed(piece.breachesAt) ? { ...piece, slaBreached: true } : piece,
    ),
  };
}
