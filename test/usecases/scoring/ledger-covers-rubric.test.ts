import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { LaneCondition } from '../../../src/core/rubric/schema/lane-rules';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { lackingIn } from '../../../src/usecases/scoring/ledger-covers-rubric';
import { aNumber, aPlainRubric } from '../../core/builders/plain-rubric';
import { aRubric } from '../../core/builders/signals-of';

type Words = Extract<LaneCondition, { kind: 'words' }>;

const looking = (given: Partial<Words> = {}): Rubric =>
  aRubric({
    lanes: [
      {
        lane: 'stability',
        any: [{ kind: 'words', in: ['summary'], any: ['upgrade', 'CI'], ...given }],
      },
    ],
  });

const counting = (phrase: string): Rubric =>
  aPlainRubric([
    aNumber('regressions', { absence: 'zero', signal: { kind: 'links', phrases: [phrase] } }),
  ]);

describe('what signals gathered under one rubric lack for another', () => {
  it('are the words of another list, wherever it is asked', () => {
    const words = 'words of titles, labels or components';
    expect(lackingIn(looking(), looking({ any: ['upgrades'] }))).toEqual([words]);
    expect(lackingIn(looking(), looking({ workTypes: ['Story'] }))).toEqual([]);
    expect(lackingIn(defaultRubric, looking())).toContain(words);
  });

  it('are links in other words', () => {
    expect(lackingIn(counting('is caused by'), counting('is delayed by'))).toEqual([
      'links that say "is delayed by"',
    ]);
    expect(lackingIn(counting('is caused by'), counting('is caused by'))).toEqual([]);
  });
});
