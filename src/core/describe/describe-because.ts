import type { Because, MetCondition } from '../provenance/because';
import type { WordPlace } from '../terms/word-place';
import { counted } from '../text/wording';
import { describeRef, HIDDEN } from './describe-ref';

/** Why an issue stands where it stands, as part of a sentence; `hidden` stands for what may not be named. */
export function describeBecause(because: Because, hidden = HIDDEN): string {
  switch (because.kind) {
    case 'done':
      return 'it is done';
    case 'closed':
      return 'closed';
    case 'nothingKnown':
      return 'nothing is known of it yet';
    case 'rule':
      return because.met.map((one) => describeMet(one, hidden)).join(' · ');
    case 'noLaneRule':
      return `no lane rule applies to type "${because.type}" at level ${because.level}`;
    case 'noHorizonRule':
      return `nothing asks for it sooner: ${because.band}`;
    case 'pinned':
      return `a person pinned it until ${because.until}; by the rules ${because.byRule}: ${describeBecause(because.because, hidden)}`;
    case 'declined':
      return declined(because, hidden);
    case 'paused': {
      const ruled = describeBecause(because.because, hidden);
      const paused = `a person paused it until ${because.until}`;
      return because.insteadOfNow ? `${paused}; by the rules now: ${ruled}` : `${ruled}; ${paused}`;
    }
  }
}

function declined(
  { until, otherwise }: Extract<Because, { kind: 'declined' }>,
  hidden: string,
): string {
  if (otherwise === null) return `it is declined until ${until}`;
  const { lane, score, because } = otherwise;
  return `a person declined it until ${until}; otherwise ${lane}${score === null ? '' : ` with a score of ${score}`}: ${describeBecause(because, hidden)}`;
}

/** A condition that holds, with what makes it hold. */
export function describeMet(met: MetCondition, hidden = HIDDEN): string {
  switch (met.kind) {
    case 'isEvidence':
      return `${met.as === 'incident' ? 'an incident' : 'a support request'}: it counts as evidence for the issues linked to it`;
    case 'openIncident':
      return `SEV${met.severity} incident ${describeRef(met.ref, hidden)} is open`;
    case 'breach':
      return met.ref === null
        ? 'its own agreed time has passed'
        : `the agreed time has passed on ${describeRef(met.ref, hidden)}`;
    case 'customers':
      return `${counted(met.count, 'customer')} affected`;
    case 'workType':
      return `its type is ${met.name}`;
    case 'followUp':
      return 'it follows up an incident';
    case 'strongestPillar':
      return `${met.label.toLowerCase()} is its strongest side (${met.points} points)`;
    case 'filled':
      return `${met.field ?? 'a goal'} is set`;
    case 'level':
      return level(met.level);
    case 'effort':
      return `effort ${met.amount} is more than ${met.moreThan} ${met.unit}`;
    case 'words':
      return `${says(met.place, met.words.length)} ${quoted(met.words)}${ofType(met.type)}`;
    case 'freshPriority':
      return `priority ${met.priority}${met.type === undefined ? '' : ` on a work item of type ${met.type}`}, raised ${daysAgo(met.days)}${met.incident ? '' : ', without an incident'}`;
    case 'lane':
      return `it is in the lane ${met.lane}`;
    case 'activeSprint':
      return 'it is in an active sprint';
    case 'release':
      return 'it is planned for a release';
    case 'band':
      return `its score says ${met.band}`;
  }
}

function says(place: WordPlace, words: number): string {
  if (place === 'summary') return 'its title says';
  const noun = place === 'labels' ? 'label' : 'component';
  return words === 1 ? `a ${noun} says` : `its ${noun}s say`;
}

function daysAgo(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

function quoted(words: readonly string[]): string {
  const all = words.map((word) => `“${word}”`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

function ofType(type: string | undefined): string {
  return type === undefined ? '' : ` and its type is ${type}`;
}

function level(height: number): string {
  if (height >= 2) return 'it stands above epics';
  if (height === 1) return 'it is an epic';
  return height === 0 ? 'a standard work item that adds value' : 'a sub-task that adds value';
}
