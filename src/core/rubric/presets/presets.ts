import { defaultRubric } from './default-rubric';
import type { Rubric } from '../schema/schema';
import { impactUrgency } from './impact-urgency';
import { anAmount, ofMethod, valueAndCost } from './of-method';
import { weighted } from './weighted';

/** Reach × impact × confidence / effort (Intercom, 2016). Full at 100,000: ten thousand people, massive impact, in a third of a month. */
const rice = ofMethod({
  name: 'RICE',
  unit: 'person-months',
  method: {
    kind: 'formula',
    measure: 'RICE',
    expression: 'reach * impact * confidence / effort',
    scale: { kind: 'log', full: 100_000 },
  },
  pillars: valueAndCost,
  criteria: [
    anAmount({ id: 'reach', pillar: 'value', label: 'Reach' }),
    anAmount({ id: 'impact', pillar: 'value', label: 'Impact', max: 10 }),
    anAmount({ id: 'confidence', pillar: 'value', label: 'Confidence', per: 100, max: 1 }),
    anAmount({
      id: 'effort',
      pillar: 'cost',
      label: 'Effort',
      positive: true,
      direction: 'falling',
    }),
  ],
});

/** Cost of delay / job size (SAFe). Full at 60: three times the highest card, 20, for the smallest job. */
const wsjf = ofMethod({
  name: 'WSJF',
  method: {
    kind: 'formula',
    measure: 'WSJF',
    expression: '(businessValue + timeCriticality + riskReduction) / jobSize',
    scale: { kind: 'log', full: 60 },
  },
  pillars: valueAndCost,
  criteria: [
    anAmount({
      id: 'businessValue',
      pillar: 'value',
      label: 'Business value',
      fields: ['Business value', 'User-business value'],
    }),
    anAmount({ id: 'timeCriticality', pillar: 'value', label: 'Time criticality' }),
    anAmount({
      id: 'riskReduction',
      pillar: 'value',
      label: 'Risk reduction',
      fields: ['Risk reduction', 'Risk reduction and opportunity enablement'],
    }),
    anAmount({
      id: 'jobSize',
      pillar: 'cost',
      label: 'Job size',
      fields: ['Job size', 'Story Points', 'Story point estimate'],
      positive: true,
      direction: 'falling',
    }),
  ],
});

/** Cost of delay / duration (Reinertsen; Arnold). */
const cd3 = ofMethod({
  name: 'CD3',
  unit: 'weeks',
  method: {
    kind: 'formula',
    measure: 'CD3',
    expression: 'costOfDelay / duration',
    scale: { kind: 'log', full: 100_000 },
  },
  pillars: valueAndCost,
  criteria: [
    anAmount({ id: 'costOfDelay', pillar: 'value', label: 'Cost of delay' }),
    anAmount({
      id: 'duration',
      pillar: 'cost',
      label: 'Duration',
      positive: true,
      direction: 'falling',
    }),
  ],
});

const iceCriteria = [
  anAmount({ id: 'impact', pillar: 'value', label: 'Impact', max: 10 }),
  anAmount({ id: 'confidence', pillar: 'value', label: 'Confidence', max: 10 }),
  anAmount({ id: 'ease', pillar: 'cost', label: 'Ease', max: 10 }),
];

/** Impact × confidence × ease, each 1–10 (Ellis). */
const ice = ofMethod({
  name: 'ICE',
  method: {
    kind: 'formula',
    measure: 'ICE',
    expression: 'impact * confidence * ease',
    scale: { kind: 'linear', from: 0, to: 1000 },
  },
  pillars: valueAndCost,
  criteria: iceCriteria,
});

const iceMean = ofMethod({
  name: 'ICE, mean',
  method: {
    kind: 'formula',
    measure: 'ICE',
    expression: 'mean(impact, confidence, ease)',
    scale: { kind: 'linear', from: 0, to: 10 },
  },
  pillars: valueAndCost,
  criteria: iceCriteria,
});

const valueEffort = ofMethod({
  name: 'Value / effort',
  method: {
    kind: 'formula',
    measure: 'Value / effort',
    expression: 'value / effort',
    scale: { kind: 'log', full: 10 },
  },
  pillars: valueAndCost,
  criteria: [
    anAmount({ id: 'value', pillar: 'value', label: 'Value', fields: ['Value', 'Business value'] }),
    anAmount({
      id: 'effort',
      pillar: 'cost',
      label: 'Effort',
      fields: ['Effort', 'Story Points', 'Story point estimate'],
      positive: true,
      direction: 'falling',
    }),
  ],
});

/** Where a formula of one's own starts: bring criteria and an expression. */
const custom: Rubric = { ...valueEffort, name: 'Custom formula' };

/** Type × likelihood × priority over the most they can come to, 7 × 5 × 5 (Cook, 2008). */
const userPain = ofMethod({
  name: 'User pain',
  method: {
    kind: 'formula',
    measure: 'User pain',
    expression: 'type * likelihood * priority / 175',
    scale: { kind: 'linear', from: 0, to: 1 },
  },
  pillars: [{ id: 'pain', label: 'User pain' }],
  criteria: [
    anAmount({ id: 'type', pillar: 'pain', label: 'Type of bug', min: 1, max: 7 }),
    anAmount({ id: 'likelihood', pillar: 'pain', label: 'Likelihood', min: 1, max: 5 }),
    anAmount({
      id: 'priority',
      pillar: 'pain',
      label: 'Priority to those affected',
      min: 1,
      max: 5,
    }),
  ],
});

/** Whole rubrics to start from; a document names one as `preset` and says only what differs. */
export const presets = {
  pillars: defaultRubric,
  rice,
  wsjf,
  cd3,
  ice,
  'ice-mean': iceMean,
  weighted,
  'value-effort': valueEffort,
  'user-pain': userPain,
  'impact-urgency': impactUrgency,
  custom,
} as const satisfies Readonly<Record<string, Rubric>>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as readonly PresetName[];
