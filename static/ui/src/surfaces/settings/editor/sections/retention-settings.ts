import { numberAt, type RubricDocument } from '../../draft/document-path';
import { count } from '../../../../shared/text/format-number';
import type { Setting } from '../fields/setting';

const months = { unit: 'months', min: 6, max: 120, step: 1, empty: 'ever' } as const;

export const retentionSettings: readonly Setting[] = [
  {
    kind: 'heading',
    label: 'What has had its time is removed',
    help: 'Counted in the tab Work. A shorter time works from a week after it was published, so that it can be taken back.',
  },
  {
    kind: 'number',
    path: ['retention', 'evidenceMonths'],
    label: 'Resolved evidence from other tools',
    help: 'After it was resolved; never while it still counts. Empty: for ever.',
    ...months,
  },
  {
    kind: 'number',
    path: ['retention', 'decisionMonths'],
    label: 'Entries of the log of decisions',
    help: 'With the texts of customer updates. Empty: for ever.',
    ...months,
  },
];

export function retentionText(document: RubricDocument): string {
  const time = (key: string): string => {
    const months = numberAt(document, ['retention', key]);
    return months === null ? 'for ever' : `for ${count(months, 'month')}`;
  };
  return `Resolved evidence ${time('evidenceMonths')}, the log ${time('decisionMonths')}.`;
}
