import { numberAt, type RubricDocument } from '../../draft/document-path';
import { count } from '../../../../shared/text/format-number';
import type { Setting } from '../fields/setting';

const months = { unit: 'months', min: 6, max: 120, step: 1, empty: 'ever' } as const;

export const retentionSettings: readonly Setting[] = [
  {
    kind: 'heading',
    label: 'Automatic removal',
    help: 'The Work tab shows what was removed. A shorter time takes effect a week after publishing, so there is time to change it back.',
  },
  {
    kind: 'number',
    path: ['retention', 'evidenceMonths'],
    label: 'Resolved evidence from other tools',
    help: 'Counted from the day it was resolved. Evidence that still counts is never removed. Leave empty to keep it forever.',
    ...months,
  },
  {
    kind: 'number',
    path: ['retention', 'decisionMonths'],
    label: 'Decision log entries',
    help: 'Includes the texts of customer updates. Leave empty to keep them forever.',
    ...months,
  },
];

export function retentionText(document: RubricDocument): string {
  const time = (key: string): string => {
    const months = numberAt(document, ['retention', key]);
    return months === null ? 'forever' : `for ${count(months, 'month')}`;
  };
  return `Resolved evidence is kept ${time('evidenceMonths')}, the decision log ${time('decisionMonths')}.`;
}
