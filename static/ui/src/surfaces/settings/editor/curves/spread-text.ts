import { count, percent } from '../../../../shared/text/format-number';
import type { Spread } from './todays-spread';

/** `Grey: today's 131 open issues that have it (62 %).` */
export function spreadText(today: Spread | undefined): string {
  if (today === undefined)
    return 'How today’s issues are spread is known once the rubric with this criterion is published and issues were scored.';
  const {
    of: { known, unknown },
    sample,
  } = today;
  const all = known + unknown;
  if (sample) {
    const of = `the ${count(all, 'open issue')} edited last: a sample, until this is published`;
    return known === 0
      ? `None has a value of ${of}.`
      : `Grey: the ${known} that have a value (${percent(known / all)}) of ${of}.`;
  }
  if (known === 0) return 'No open issue has a value today.';
  return `Grey: the ${known} open issues that have a value today (${percent(known / all)} of ${all}).`;
}

/** Whose values a picture shows: `131 open issues`. */
export function whoText(today: Spread | undefined): string {
  return `${today?.of.known ?? 0} ${today?.sample === true ? 'issues of a sample' : 'open issues'}`;
}
