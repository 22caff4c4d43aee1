import type { ScoreView } from '../../src/contract/score';

type Line = ScoreView['lines'][number];
type Missing = ScoreView['missing'][number];

export function aLine(given: Partial<Line> = {}): Line {
  return {
    id: 'demand',
    pillar: 'impact',
    label: 'Customer demand',
    value: 9,
    points: 78,
    weight: 0.2,
    contribution: 16.3,
    from: [],
    ...given,
  };
}

export function aMissing(given: Partial<Missing> = {}): Missing {
  return {
    id: 'reach',
    pillar: 'impact',
    label: 'Reach',
    why: { kind: 'notFilled' },
    low: 74,
    high: 87,
    ...given,
  };
}

export function aView(given: Partial<ScoreView> = {}): ScoreView {
  return {
    key: 'PAY-101',
    state: 'scored',
    score: 81,
    low: 81,
    high: 81,
    raw: null,
    band: 'immediate',
    lane: 'hot fix',
    because: {
      kind: 'rule',
      met: [{ kind: 'openIncident', severity: 1, ref: { key: 'INC-41' } }],
    },
    horizon: 'now',
    horizonBecause: { kind: 'rule', met: [{ kind: 'activeSprint' }] },
    pillars: [
      { id: 'value', label: 'Business value' },
      { id: 'impact', label: 'Customer impact' },
    ],
    lines: [],
    missing: [],
    bands: [
      { band: 'consider declining', from: 0 },
      { band: 'can wait', from: 20 },
      { band: 'soon', from: 45 },
      { band: 'immediate', from: 70 },
    ],
    updated: '2026-11-20T09:00:00.000+0000',
    listening: null,
    rubric: { name: 'Three pillars', version: 1 },
    vocabulary: { 'hot fix': '', stability: '', 'feature improvement': '', 'strategic bet': '' },
    scoredAt: '2026-11-20T09:00:00.000Z',
    pending: null,
    pilot: false,
    hidden: null,
    history: { last: null, since: null, trail: [], decisions: 0 },
    question: null,
    rated: [],
    mayNotRate: null,
    waits: { approvals: 0, postMortem: false },
    ...given,
  };
}
