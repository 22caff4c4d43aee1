import { describeMet } from '../../../src/core/describe/describe-because';
import { waysToLanes } from '../../../src/core/lanes/ways-to-lanes';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { evaluate } from '../../../src/core/scoring/evaluation';
import { planScoring } from '../../../src/core/scoring/plan';
import { aTicket, anIncident, signalsOf, type SignalsGiven } from '../builders/signals-of';

function waysOf(given: SignalsGiven) {
  const signals = signalsOf(given);
  const plan = planScoring(defaultRubric);
  const judgement = evaluate(signals, plan, new Date('2026-11-20T09:00:00Z'));
  return waysToLanes({ signals, plan, judgement }).map((way) => ({
    ...way,
    ending: way.ending.map((met) => describeMet(met)),
  }));
}

const wayTo = (lane: string, given: SignalsGiven) => waysOf(given).find((way) => way.lane === lane);

describe('what would have to change for another lane', () => {
  it('is an incident, a breach or more customers for a hot fix, and says how many there are now', () => {
    expect(wayTo('hot fix', { evidence: [aTicket('SUP-1', 'Acme')] })).toEqual({
      lane: 'hot fix',
      ending: [],
      any: [
        'an open incident of SEV2 or worse is linked',
        'an agreed time passes on it or on a linked ticket',
        '11 customers have something open (now 1)',
      ],
    });
  });

  it('names what has to end before a later rule counts, and nothing more when that rule holds already', () => {
    expect(wayTo('stability', { issue: { type: 'Bug' }, evidence: [anIncident()] })).toEqual({
      lane: 'stability',
      ending: ['SEV1 incident INC-1 is open'],
      any: [],
    });
    expect(wayTo('feature improvement', { issue: { type: 'Bug' } })).toMatchObject({
      ending: ['its type is Bug'],
      any: [],
    });
  });

  it('never offers the lane the issue is in, nor unsorted', () => {
    expect(
      waysOf({ issue: { type: 'Bug' } })
        .map(({ lane }) => lane)
        .sort(),
    ).toEqual(['feature improvement', 'hot fix', 'strategic bet']);
  });

  it('says how much effort it has when effort is what decides', () => {
    expect(wayTo('strategic bet', {})?.any).toContain(
      'its effort is more than 13 points (now not estimated)',
    );
  });
});
