import type { DraftCause, DraftLaneCause, MovedThreshold } from '../provenance/draft-cause';
import type { Value } from '../provenance/said';
import { counted } from '../text/wording';
import { describeBecause } from './describe-because';
import { describeValue } from './describe-value';
import { describeWhy } from './describe-why';

export function describeDraftCause(cause: DraftCause): string {
  switch (cause.kind) {
    case 'noScore':
      return describeBecause(cause.because);
    case 'nothingKnown':
      return 'nothing is known of it any more';
    case 'againstRecord':
      return 'against what was last recorded';
    case 'otherMethod':
      return 'the method puts the criteria together in another way';
    case 'otherStart':
      return 'the formula starts elsewhere';
    case 'makesRoom':
      return room(cause);
    case 'newCriterion':
      return `${cause.label} is new`;
    case 'goneCriterion':
      return `${cause.label} is gone`;
    case 'countsNoMore':
      return `${cause.label} no longer counts: ${cause.why === null ? 'nothing is known of it' : describeWhy(cause.why)}`;
    case 'countsNow':
      return `${cause.label} counts now${cause.value === null ? '' : `: ${describeValue(cause.value)}`}`;
    case 'criterion':
      return criterion(cause);
    case 'moreOfPillar':
      return `${cause.count} more criteria of ${cause.pillar}`;
    case 'effortCounts':
      return 'effort counts now';
    case 'effortCountsNoMore':
      return 'effort no longer counts';
    case 'effort':
      return `effort ${orNone(cause.value.from)} → ${orNone(cause.value.to)}`;
    case 'ease':
      return `effort × ${cause.factor.from} → × ${cause.factor.to}`;
    case 'easeTakes':
      return `effort takes ${cause.rises ? 'less of a lower' : 'more of a higher'} value`;
    case 'notUrgent':
      return 'no longer urgent';
    case 'urgentNow':
      return `urgent now: ${cause.value === null ? '' : describeValue(cause.value)}`;
    case 'urgency':
      return `urgency ${percent(cause.factor.from)} → ${percent(cause.factor.to)}`;
    case 'urgencyLeft':
      return `urgency has ${cause.rises ? 'more' : 'less'} left to lift`;
    case 'inherits':
      return `inherits from ${blocked(cause.value)}`;
    case 'inheritsNoMore':
      return `no longer inherits from ${blocked(cause.value)}`;
    case 'inheritsOther':
      return `inherits ${cause.rises ? 'more' : 'less'} from ${blocked(cause.value)}`;
    case 'line':
      return `${cause.label} ${cause.value === null ? '' : describeValue(cause.value)}`.trim();
  }
}

export function describeDraftLane({ rule, because }: DraftLaneCause): string {
  const reason = describeBecause(because);
  switch (rule?.kind) {
    case undefined:
      return reason;
    case 'newRule':
      return `the new lane rule holds now: ${reason}`;
    case 'changedRule':
      return `the changed lane rule holds now: ${reason}`;
    case 'ruleHolds':
      return `its lane rule holds now: ${reason}`;
    case 'ruleGone':
      return `the lane rule for ${rule.lane} is gone: ${reason}`;
    case 'ruleFails':
      return `the lane rule for ${rule.lane} no longer holds: ${reason}`;
    case 'comesFirst':
      return `its lane rule comes before ${rule.lane} now: ${reason}`;
  }
}

export function describeThreshold({ band, from, to }: MovedThreshold): string {
  return `${band} begins at ${to} instead of ${from}`;
}

/** `Priority and 4 others count for less, as Incidents counts for more`. */
function room(cause: Extract<DraftCause, { kind: 'makesRoom' }>): string {
  const { first, second, count, countMore, causes } = cause;
  const others = count === 2 ? (second ?? '') : `${count - 1} others`;
  const who = `${first}${count < 2 ? ' counts' : ` and ${others} count`}`;
  const [here, there] = countMore ? ['more', 'less'] : ['less', 'more'];
  if (causes === null) return `${who} for ${here}`;
  const them =
    causes.count === 1
      ? `${causes.first} counts`
      : `${causes.first} and ${counted(causes.count - 1, 'other')} count`;
  return `${who} for ${here}, as ${them} for ${there}`;
}

function criterion({
  label,
  value,
  points,
  weight,
}: Extract<DraftCause, { kind: 'criterion' }>): string {
  const parts = [
    ...(value === undefined ? [] : [`${orNone(value.from)} → ${orNone(value.to)}`]),
    ...(points === undefined ? [] : [`${points.from} → ${points.to} of 100 points`]),
    ...(weight === undefined ? [] : [`${percent(weight.from)} → ${percent(weight.to)}`]),
  ];
  return parts.length === 0 ? `${label} counts differently` : `${label} ${parts.join(', ')}`;
}

function orNone(value: Value | null): string | number {
  return value === null ? 'none' : describeValue(value);
}

function blocked(value: Value | null): string | number {
  return value === null ? 'what it blocks' : describeValue(value);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
