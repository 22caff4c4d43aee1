import { listAt, numberAt, readAt, type RubricDocument } from '../../draft/document-path';
import type { Setting } from '../fields/setting';

export const ageingSettings: readonly Setting[] = [
  {
    kind: 'heading',
    label: 'Criteria that fade',
    help: 'Whether a criterion fades is set in its details. An edit, a comment, a vote or new evidence renews it.',
  },
  {
    kind: 'number',
    path: ['ageing', 'halfLifeDays'],
    label: 'Half of what can fade is gone after',
    unit: 'days',
    min: 7,
    max: 3650,
    step: 1,
  },
  {
    kind: 'share',
    path: ['ageing', 'least'],
    label: 'Always keeps',
    help: 'The share of its points that never fades. 100 % switches ageing off.',
  },
];

export function ageingText(document: RubricDocument): string {
  const least = numberAt(document, ['ageing', 'least']);
  const fading = listAt(document, ['criteria']).filter(
    (criterion) => readAt(criterion, ['fades']) === true,
  ).length;
  if (least === 1 || fading === 0) return 'Statements never fade.';
  const days = numberAt(document, ['ageing', 'halfLifeDays']);
  return `${fading} of the criteria fade with a half-life of ${days ?? '…'} days, down to ${least === null ? '…' : Math.round(least * 100)} %.`;
}
