import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';

/** A criterion that people rate from 1 to 5. */
export const STRATEGY = {
  id: 'strategy',
  pillar: 'business-value',
  label: 'Strategic fit',
  signal: { kind: 'rating', min: 1, max: 5 },
  weight: 30,
  absence: 'unknown',
  ifSiteHas: false,
  curve: {
    kind: 'linear',
    direction: 'rising',
    from: { x: 1, points: 0 },
    to: { x: 5, points: 100 },
  },
};

/** The default rubric with it. */
export const RATED = {
  name: 'With ratings',
  criteria: [...defaultRubric.criteria, STRATEGY],
};
