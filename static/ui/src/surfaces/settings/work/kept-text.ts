import type { HealthView } from '../../../../../../src/contract/health';
import { dayOf } from '../../../shared/text/ago';
import { count } from '../../../shared/text/format-number';

type Kept = HealthView['kept'];

/** `2 deleted issues, 14 pieces of evidence`. */
export function removedText(removed: NonNullable<HealthView['removed']>): string {
  const { issues, projects, evidence, decisions } = removed;
  const parts: readonly (readonly [number, string])[] = [
    [issues, count(issues, 'deleted issue')],
    [projects, count(projects, 'deleted project')],
    [evidence, count(evidence, 'piece of evidence', 'pieces of evidence')],
    [decisions, count(decisions, 'entry of the log', 'entries of the log')],
  ];
  return parts.flatMap(([amount, words]) => (amount === 0 ? [] : [words])).join(', ');
}

/** How long things are kept here, and from when on for a shorter time. */
export function keptText({ now: standing, then }: Kept, now: number): string {
  const said = `Resolved evidence is kept ${time(standing.evidence)}, the decision log ${time(standing.decisions)}. Data of a deleted issue is kept for 4 weeks, of a deleted project for 13.`;
  if (then === null || Date.parse(then.from) <= now) return said;
  return `${said} From ${dayOf(then.from) ?? ''}: evidence ${time(then.evidence)}, the decision log ${time(then.decisions)}.`;
}

/** In months where a rubric's months came to so many days; in days where what still counts is kept longer. */
function time(days: number | null): string {
  if (days === null) return 'forever';
  const months = Math.round((days * 12) / 365);
  const whole = Math.ceil((months * 365) / 12) === days;
  return `for ${whole ? count(months, 'month') : count(days, 'day')}`;
}
