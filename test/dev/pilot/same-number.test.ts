import fc from 'fast-check';
import { signalsOfValues } from '../../../dev/pilot/signals/signals-of-values';
import { presetNames, presets } from '../../../src/core/rubric/presets/presets';
import { planScoring } from '../../../src/core/scoring/plan';
import { scoreWithPlan } from '../../../src/core/score-card/score-issue';
import { gatherSignals } from '../../../src/core/signals/gather';
import { runs } from '../../core/arbitrary/runs';
import { aField, anIssue } from '../../core/builders/an-issue';

const now = new Date('2026-11-20T12:00:00Z');
const methods = presetNames.filter((name) =>
  presets[name].criteria.every(
    ({ signal }) => signal.kind === 'number' || signal.kind === 'option',
  ),
);

/** Values that the command line takes: names of the table, or numbers within bounds. */
const cases = fc.constantFrom(...methods).chain((name) => {
  const { criteria } = presets[name];
  const values = criteria.map(({ curve }) => {
    if (curve.kind !== 'amount')
      return fc.integer({ min: 0, max: 100 }).map((n): number | string => n / 10);
    if (curve.names !== undefined)
      return fc.constantFrom<(number | string)[]>(...Object.keys(curve.names));
    const [least, most] = [curve.min * curve.per * 100, (curve.max ?? 1000) * curve.per * 100];
    return fc
      .integer({ min: Math.max(curve.positive ? 1 : 0, least), max: most })
      .map((n): number | string => n / 100);
  });
  return fc.tuple(...values.map((one) => fc.option(one))).map((given) => ({ name, given }));
});

describe('the same values', () => {
  it('give the same number on the command line and in the fields of an issue', () => {
    expect(methods.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(cases, ({ name, given }) => {
        const rubric = presets[name];
        const plan = planScoring(rubric);
        const typed = taken(() =>
          signalsOfValues(
            Object.fromEntries(rubric.criteria.map(({ id }, at) => [id, given[at]])),
            rubric,
          ),
        );
        if (typed === null) return;
        const fields = rubric.criteria.map(({ signal }, at) =>
          aField(
            `customfield_${at}`,
            'fields' in signal ? (signal.fields?.[0] ?? '') : '',
            signal.kind,
          ),
        );
        const issue = anIssue({
          created: '1970-01-01T09:00:00.000+0000',
          fields: Object.fromEntries(
            fields.map(({ id, type }, at) => [
              id,
              type === 'option' && given[at] != null ? { value: given[at] } : given[at],
            ]),
          ),
        });
        const filled = gatherSignals({ issue, linked: new Map(), rubric, fields });
        const [byValues, byFields] = [typed, filled].map((signals) => {
          const { score, low, high, raw } = scoreWithPlan(plan, signals, now, null);
          return { score, low, high, raw };
        });
        expect(byFields).toEqual(byValues);
      }),
      runs,
    );
  });
});

/** Null for what the command line refuses: shares that could be meant either way. */
function taken<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
