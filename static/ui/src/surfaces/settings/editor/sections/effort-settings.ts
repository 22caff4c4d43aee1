import { numberAt, textAt, type RubricDocument } from '../../draft/document-path';
import type { Setting } from '../fields/setting';

export function effortSettings(document: RubricDocument): readonly Setting[] {
  const unit = textAt(document, ['effort', 'unit']);
  return [
    {
      kind: 'text',
      path: ['effort', 'unit'],
      label: 'Unit',
      help: 'What one of it is called: points, days.',
      max: 20,
    },
    {
      kind: 'number',
      path: ['effort', 'e0'],
      label: 'Lowers the score from',
      help: 'Up to here effort costs nothing.',
      unit,
      min: 0,
    },
    {
      kind: 'number',
      path: ['effort', 'k'],
      label: 'How strongly',
      help: '0 switches effort off; 1 halves the value when the effort doubles.',
      min: 0,
      max: 3,
      step: 0.05,
    },
    {
      kind: 'number',
      path: ['effort', 'default'],
      label: 'Assumed when nobody estimated',
      help: 'The panel says so.',
      unit,
      min: 0,
    },
    { kind: 'number', path: ['effort', 'min'], label: 'Smallest that counts', unit, min: 0 },
    { kind: 'number', path: ['effort', 'max'], label: 'Largest that counts', unit, min: 0 },
  ];
}

export function effortText(document: RubricDocument): string {
  const [k, e0, assumed] = ['k', 'e0', 'default'].map((key) => numberAt(document, ['effort', key]));
  const unit = textAt(document, ['effort', 'unit']);
  if (k === 0) return 'Does not count beside the method.';
  return `Lowers the score from ${e0 ?? '…'} ${unit} on; ten times that leaves ${k === null || k === undefined ? '…' : Math.round(100 * 0.1 ** k)} % of the value. ${assumed ?? '…'} ${unit} when nobody estimated.`;
}
