import type { Criterion } from '../schema/schema';
import { ofMethod } from './of-method';

const rated = (id: string, label: string, weight: number): Criterion => ({
  id,
  pillar: 'value',
  label,
  weight,
  absence: 'unknown',
  ifSiteHas: false,
  signal: { kind: 'number', fields: [label] },
  curve: {
    kind: 'linear',
    from: { x: 0, points: 0 },
    to: { x: 10, points: 100 },
    direction: 'rising',
  },
});

/** Σ weight × rating / Σ weight over the ratings that were given, each 0–10; high is good throughout, so ease and not effort is rated. */
export const weighted = ofMethod({
  name: 'Weighted scoring',
  method: { kind: 'weighted', measure: 'Weighted score', scale: { from: 0, to: 10 } },
  pillars: [{ id: 'value', label: 'Value' }],
  criteria: [
    rated('value', 'Value', 40),
    rated('reach', 'Reach', 25),
    rated('fit', 'Strategic fit', 20),
    rated('ease', 'Ease', 15),
  ],
});
