import type { MoveCause, Movement, PieceChange } from '../provenance/move-cause';
import type { Value } from '../provenance/said';
import { counted, signed } from '../text/wording';
import { describeBecause } from './describe-because';
import { describeValue, speaksForItself } from './describe-value';
import { timeOf } from './describe-place';
import { describeWhy } from './describe-why';

/** `41 → 63: +18 2 new incidents, +4 due in 3 days`. */
export function describeMovement({ from, to, moves }: Movement): string {
  const span = `${from ?? 'no score'} → ${to ?? 'no score'}`;
  const parts = moves.map(({ change, because }) => `${signed(change)} ${describeMove(because)}`);
  return parts.length === 0 ? span : `${span}: ${parts.join(', ')}`;
}

export function describeMove(cause: MoveCause): string {
  switch (cause.kind) {
    case 'weighsDifferently':
      return `the ${cause.rubricChanged ? 'rubric weighs it' : 'rest weighs'} differently now`;
    case 'ratings':
      return ratings(cause);
    case 'pieces':
      return cause.changes.map(pieces).join(' and ');
    case 'furtherBack':
      return `${said(cause.value)} lie further back`;
    case 'urgent':
      return String(described(cause.value));
    case 'notUrgent':
      return 'no longer urgent';
    case 'inherits':
      return `inherits from ${described(cause.value) ?? 'what it blocks'}`;
    case 'inheritsNoMore':
      return `no longer inherits from ${described(cause.value) ?? 'what it blocked'}`;
    case 'moveEnded':
      return 'the override of the score ended';
    case 'movedByPerson':
      return `a person moved it by ${described(cause.points) ?? ''}${cause.instead === undefined ? '' : ` instead of ${described(cause.instead) ?? ''}`}`;
    case 'unknown':
      return `${cause.name} unknown: ${describeWhy(cause.why)}`;
    case 'aged':
      return `${named(cause.name, cause.value)}, untouched for ${timeOf(cause.days)}`;
    case 'renewed':
      return `${named(cause.name, cause.value)}, touched again`;
    case 'countsNoMore':
      return `${cause.name} no longer counts`;
    case 'found':
      return `${named(cause.name, cause.value)}${cause.countsDifferently === true ? ' counts differently' : ''}`;
    case 'changed':
      return speaksForItself(cause.from) && speaksForItself(cause.to)
        ? `${said(cause.from)} → ${said(cause.to)}`
        : `${cause.name} ${said(cause.from)} → ${said(cause.to)}`;
    case 'noScore':
      return describeBecause(cause.because);
    case 'nothingKnown':
      return 'nothing is known of it any more';
  }
}

function ratings({ name, became, count }: Extract<MoveCause, { kind: 'ratings' }>): string {
  switch (became) {
    case 'gone':
      return `votes on ${name} no longer count`;
    case 'first':
      return `${counted(count, 'vote')} on ${name}`;
    case 'changed':
      return `votes on ${name} changed`;
    case 'new':
      return `${counted(count, 'new vote')} on ${name}`;
    case 'fewer':
      return `${counted(count, 'vote')} on ${name} expired or taken back`;
  }
}

/** `2 new incidents`, `1 support ticket closed`. */
function pieces({ became, noun, count }: PieceChange): string {
  return became === 'new' || became === 'reopened'
    ? counted(count, `${became} ${noun}`)
    : `${counted(count, noun)} ${became}`;
}

function named(name: string, value: Value | null): string {
  return speaksForItself(value) ? said(value) : `${name} ${said(value)}`;
}

function said(value: Value | null): string {
  return value === null || value === 0 ? 'none' : String(describeValue(value));
}

function described(value: Value | null): string | number | null {
  return value === null ? null : describeValue(value);
}
