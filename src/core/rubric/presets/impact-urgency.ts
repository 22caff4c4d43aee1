import type { Criterion } from '../schema/schema';
import { ofMethod } from './of-method';

const places = (...names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name, at) => [name, at + 1]));

const side = (id: string, label: string, names: Readonly<Record<string, number>>): Criterion => ({
  id,
  pillar: 'attention',
  label,
  weight: 1,
  absence: 'unknown',
  ifSiteHas: false,
  signal: { kind: 'option', fields: [label] },
  curve: {
    kind: 'amount',
    min: 1,
    max: Math.max(...Object.values(names)),
    positive: false,
    per: 1,
    blank: ['None'],
    direction: 'rising',
    names,
  },
});

const impacts = {
  ...places('Minor', 'Moderate', 'Significant', 'Extensive'),
  ...places(
    'Minor / Localized',
    'Moderate / Limited',
    'Significant / Large',
    'Extensive / Widespread',
  ),
};

/**
 * Jira Service Management's example matrix. Atlassian's has Lowest for minor impact of medium urgency, below the Low it gives
 * to low urgency; here it is Low, as more urgency may never come to less.
 * https://support.atlassian.com/jira-service-management-cloud/docs/how-do-i-create-a-matrix-using-impact-and-urgency-values/
 */
export const impactUrgency = ofMethod({
  name: 'Impact × urgency',
  method: {
    kind: 'matrix',
    measure: 'Priority',
    rows: 'impact',
    columns: 'urgency',
    results: [
      { name: 'Lowest', points: 5 },
      { name: 'Low', points: 25 },
      { name: 'Medium', points: 50 },
      { name: 'High', points: 75 },
      { name: 'Highest', points: 100 },
    ],
    cells: [
      ['Lowest', 'Low', 'Low', 'Low', 'Medium'],
      ['Lowest', 'Low', 'Low', 'Medium', 'High'],
      ['Lowest', 'Low', 'Medium', 'High', 'Highest'],
      ['Lowest', 'Low', 'Medium', 'High', 'Highest'],
    ],
  },
  pillars: [{ id: 'attention', label: 'Attention' }],
  criteria: [
    side('impact', 'Impact', impacts),
    side('urgency', 'Urgency', places('Lowest', 'Low', 'Medium', 'High', 'Critical')),
  ],
});
