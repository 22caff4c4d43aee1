import { describeWhy } from '../../../src/core/describe/describe-why';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { easeOf, effortOf } from '../../../src/core/scoring/effort';
import { planScoring } from '../../../src/core/scoring/plan';
import type { Reading } from '../../../src/core/issue/reading';
import { aNumber, aPlainRubric, signalsWith } from '../builders/plain-rubric';
import { readCardOf } from '../builders/described';
import { empty, signalsOf, value } from '../builders/signals-of';

const points = 'number:story points';
const seconds = 'number:timeoriginalestimate';
const given = (readings: Readonly<Record<string, Reading>>, absent: readonly string[] = []) =>
  effortOf(signalsOf({ readings, absent }), planScoring(defaultRubric));

describe('how hard an issue is', () => {
  it('is its estimate, in the rubric’s unit', () => {
    // 8^−0.2 = 0.6598
    expect(given({ [points]: { state: 'known', value: 8, field: 'Story Points' } })).toMatchObject({
      amount: 8,
      assumed: null,
      field: 'Story Points',
      ease: expect.closeTo(0.6598, 4),
    });
    // Two days of eight hours are four times 14,400 seconds.
    expect(given({ [seconds]: value(57_600) })).toMatchObject({
      amount: 4,
      assumed: null,
      field: null,
    });
  });

  it('leaves nothing open once it is estimated, even at nothing at all', () => {
    const { ease, lowestEase, highestEase, amount, assumed } = given({ [points]: value(0) });
    expect([amount, assumed, ease, lowestEase, highestEase]).toEqual([0, null, 1, 1, 1]);
  });

  it('is the first estimate of those the rubric knows', () => {
    expect(given({ [points]: value(2), [seconds]: value(144_000) }).amount).toBe(2);
    expect(given({ [points]: value(-1), [seconds]: value(144_000) })).toMatchObject({
      amount: 10,
      assumed: null,
    });
  });

  it.each<[string, Readonly<Record<string, Reading>>, string]>([
    ['nobody gave one', {}, 'nobody estimated it'],
    [
      'it is less than nothing',
      { [points]: { state: 'known', value: -1, field: 'Story Points' } },
      '"Story Points" holds no effort',
    ],
    ['it is text', { [points]: value('5') }, '"effort" holds no effort'],
    [
      'it cannot be read',
      { [points]: { state: 'unknown', why: '"Story Points" holds text, not a number' } },
      '"Story Points" holds text, not a number',
    ],
    [
      'neither can be read: the first says why',
      {
        [points]: { state: 'unknown', why: 'first' },
        [seconds]: { state: 'unknown', why: 'second' },
      },
      'first',
    ],
    ['only the second says why', { [seconds]: { state: 'unknown', why: 'second' } }, 'second'],
  ])('is assumed, open between the rubric’s bounds, where %s', (_, readings, why) => {
    const { highestEase, lowestEase, assumed, ...rest } = given(readings);
    expect(assumed === null ? null : describeWhy(assumed)).toBe(why);
    expect(rest).toEqual({ amount: 3, field: null, ease: expect.closeTo(0.8027, 4) });
    // 40^−0.2 = 0.4782 at the most; at the least no more than 1
    expect([lowestEase, highestEase]).toEqual([expect.closeTo(0.4782, 4), 1]);
  });

  it('is assumed and left at that where the site has no field for it', () => {
    const { ease, lowestEase, highestEase, assumed } = given({}, [points, seconds]);
    expect([assumed, lowestEase, highestEase]).toEqual([{ kind: 'noEffortField' }, ease, ease]);
    expect(given({}, [points]).assumed).toEqual({ kind: 'notEstimated' });
    expect(given({}, [seconds]).assumed).toEqual({ kind: 'notEstimated' });
  });

  it('never makes an issue more than itself, and is held within the rubric’s bounds', () => {
    const of = (effort: number) => easeOf(effort, { e0: 2, k: 0.5, min: 1, max: 32 });
    expect([of(0), of(1), of(2), of(8), of(32), of(1000)]).toEqual([1, 1, 1, 0.5, 0.25, 0.25]);
  });

  it('is missing by name, with what it could make of the score', () => {
    const rubric = aPlainRubric([aNumber('only')], { effort: { ...defaultRubric.effort, k: 0.2 } });
    // 60 · 40^−0.2 = 28.7
    expect(readCardOf(signalsWith({ only: 60 }), rubric).missing).toEqual([
      {
        id: 'effort',
        pillar: null,
        label: 'Effort',
        why: 'nobody estimated it',
        low: 28.7,
        high: 60,
      },
    ]);
    expect(
      readCardOf(signalsWith({ only: 60 }, { [points]: empty }), aPlainRubric([aNumber('only')]))
        .missing,
    ).toEqual([]);
  });
});
