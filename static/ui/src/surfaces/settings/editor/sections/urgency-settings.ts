import { numberAt, type RubricDocument } from '../../draft/document-path';
import type { Setting } from '../fields/setting';

export const urgencySettings: readonly Setting[] = [
  {
    kind: 'share',
    path: ['urgency', 'lambda'],
    label: 'Lifts what is left to 100 by',
    help: 'At full urgency. 0 switches urgency off.',
  },
  {
    kind: 'heading',
    label: 'How urgent, from 0 to 100 %',
    help: 'The most urgent of these counts.',
  },
  {
    kind: 'number',
    path: ['urgency', 'due', 'none'],
    label: 'The due date begins to count',
    unit: 'days before',
  },
  {
    kind: 'number',
    path: ['urgency', 'due', 'full'],
    label: 'and counts fully',
    unit: 'days before',
  },
  { kind: 'share', path: ['urgency', 'due', 'top'], label: 'as urgent as' },
  {
    kind: 'number',
    path: ['urgency', 'due', 'passedHalfLifeDays'],
    label: 'A date that has passed is half as urgent after',
    help: 'Leave empty to have it count in full forever.',
    unit: 'days',
    min: 1,
    max: 3650,
    step: 1,
    empty: 'never',
  },
  { kind: 'share', path: ['urgency', 'slaBreached'], label: 'Agreed time has passed' },
  {
    kind: 'severities',
    path: ['urgency', 'severity'],
    label: 'An open incident, by severity',
    share: true,
  },
];

export function urgencyText(document: RubricDocument): string {
  const lambda = numberAt(document, ['urgency', 'lambda']);
  if (lambda === 0) return 'Does not count beside the method.';
  const days = numberAt(document, ['urgency', 'due', 'none']);
  return `Open incidents, passed agreements and due dates within ${days ?? '…'} days lift a score by up to ${lambda === null ? '…' : Math.round(lambda * 100)} % of what is left to 100.`;
}
