import fc from 'fast-check';
import type { FieldInfo } from '../../../src/core/issue/issue-record';
import { withWorkingTime, workingDays } from '../../../src/core/issue/working-time';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { effortOf } from '../../../src/core/scoring/effort';
import { planScoring } from '../../../src/core/scoring/plan';
import { describeWhy } from '../../../src/core/describe/describe-why';
import { gatherSignals } from '../../../src/core/signals/gather';
import { runs } from '../arbitrary/runs';
import { anIssue } from '../builders/an-issue';
import { aRubric } from '../builders/signals-of';

const HOUR = 3600;
const rubric = aRubric({
  effort: {
    ...defaultRubric.effort,
    sources: [
      { fields: ['timeestimate', 'timeoriginalestimate'], perUnit: 0.5, in: 'workingDays' },
    ],
  },
});
const site = (hoursPerDay?: number): readonly FieldInfo[] =>
  withWorkingTime(
    [
      { id: 'timeestimate', name: 'Remaining Estimate', type: 'number' },
      { id: 'timeoriginalestimate', name: 'Original estimate', type: 'number' },
    ],
    hoursPerDay === undefined ? null : { hoursPerDay, daysPerWeek: 5 },
  );

function effort(fields: Readonly<Record<string, unknown>>, hoursPerDay?: number): string {
  const signals = gatherSignals({
    issue: anIssue({ fields }),
    linked: new Map(),
    rubric,
    fields: site(hoursPerDay),
  });
  const { amount, assumed, field } = effortOf(signals, planScoring(rubric));
  return assumed === null ? `${amount} by ${String(field)}` : describeWhy(assumed);
}

describe('effort from a field that holds time', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'a day is two points where half a day is one',
      { timeoriginalestimate: 8 * HOUR },
      '2 by Original estimate',
    ],
    [
      'what remains counts before what was estimated at first',
      { timeestimate: 2 * HOUR, timeoriginalestimate: 40 * HOUR },
      '0.5 by Remaining Estimate',
    ],
    [
      'nothing left is no effort of zero, nor the first estimate again',
      { timeestimate: 0, timeoriginalestimate: 40 * HOUR },
      '"Remaining Estimate" holds no time: how much work is left is not said',
    ],
    [
      'a few seconds are no estimate',
      { timeoriginalestimate: 59 },
      '"Original estimate" holds less than a minute, which is no estimate',
    ],
    ['a minute is one', { timeoriginalestimate: 60 }, `${60 / (4 * HOUR)} by Original estimate`],
    ['a year is one', { timeoriginalestimate: 52 * 5 * 8 * HOUR }, '520 by Original estimate'],
    [
      'more than a year is none',
      { timeoriginalestimate: 52 * 5 * 8 * HOUR + 1 },
      '"Original estimate" holds more than a year of work, which is no estimate of one issue',
    ],
    ['nobody estimated', {}, 'nobody estimated it'],
  ])('%s', (_, fields, expected) => {
    expect(effort(fields)).toBe(expected);
  });

  it('goes by the hours that this site works a day', () => {
    expect(effort({ timeestimate: 12 * HOUR }, 6)).toBe('4 by Remaining Estimate');
    expect(effort({ timeestimate: 12 * HOUR }, 24)).toBe('1 by Remaining Estimate');
  });

  it('is known for whatever is at least a minute and at most a year, on any site', () => {
    fc.assert(
      fc.property(
        fc.record({
          hoursPerDay: fc.double({ min: 0.5, max: 24, noNaN: true }),
          daysPerWeek: fc.double({ min: 0.5, max: 7, noNaN: true }),
        }),
        fc.double({ noNaN: true }),
        (working, seconds) => {
          const { state } = workingDays({ name: 'T' }, seconds, working);
          const year = 52 * working.daysPerWeek * working.hoursPerDay * HOUR;
          if (seconds < 60 || seconds > year * 1.000001) expect(state).toBe('unknown');
          if (seconds >= 60 && seconds < year * 0.999999) expect(state).toBe('known');
        },
      ),
      runs,
    );
  });

  it('is a setting that a rubric may have or not', () => {
    const problems = (unit: unknown): readonly string[] => {
      const parsed = parseRubric({
        effort: { sources: [{ fields: ['timeestimate'], perUnit: 0.5, in: unit }] },
      });
      return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
    };
    expect(problems('workingDays')).toEqual([]);
    expect(problems('weeks')).toEqual(['effort.sources.0.in']);
  });
});
