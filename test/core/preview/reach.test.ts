import { reachOf } from '../../../src/core/preview/reach';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';

const issues = new Map([
  ['PAY', 7],
  ['OPS', 4],
  ['WEB', 3],
  ['APP', 2],
]);
const own = [
  { project: 'PAY', inherits: ['bands', 'lanes'] as const },
  { project: 'OPS', inherits: ['bands'] as const },
  { project: 'OLD', inherits: [] as const },
];
const draft = { ...defaultRubric, bands: { immediate: 90, soon: 50, canWait: 20 } };

describe('whom a draft of the site’s rubric concerns', () => {
  it('is every project without a rubric of its own, and those that take a part which it changes', () => {
    expect(reachOf(issues, own, { before: defaultRubric, after: draft })).toEqual({
      governed: { projects: 2, issues: 5 },
      following: { projects: 2, issues: 11 },
      parts: [
        { section: 'bands', changed: true, projects: 2, issues: 11 },
        { section: 'lanes', changed: false, projects: 1, issues: 7 },
      ],
    });
  });

  it('is nobody with a rubric of their own while no part that they take is changed', () => {
    const { following, parts } = reachOf(issues, own, {
      before: defaultRubric,
      after: { ...defaultRubric, moscow: { ...defaultRubric.moscow, mustShare: 0.1 } },
    });
    expect([following, parts.some(({ changed }) => changed)]).toEqual([
      { projects: 0, issues: 0 },
      false,
    ]);
  });
});
