import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { SignalsGiven } from '../builders/signals-of';
import { readCardOf } from '../builders/described';
import { aTicket, anIncident, signalsOf, value } from '../builders/signals-of';

const kind = (type: string, priority: string, more: SignalsGiven = {}) =>
  readCardOf(
    signalsOf({
      ...more,
      issue: { type, ...more.issue },
      readings: { priority: value(priority), 'number:story points': value(3), ...more.readings },
    }),
  );
const customers = (count: number, given = {}) =>
  Array.from({ length: count }, (_, at) => aTicket(`SUP-${at}`, `Customer ${at}`, given));

describe('the default rubric reads as a person would', () => {
  it('puts what has a SEV1 incident and many customers at the very top', () => {
    const card = kind('Bug', 'High', { evidence: [anIncident(), ...customers(6)] });
    expect(card.score).toBeGreaterThanOrEqual(80);
    expect([card.band, card.lane, card.horizon]).toEqual(['immediate', 'hot fix', 'now']);
  });

  it('puts a high-priority bug that nobody complained about in the middle', () => {
    const { score, band, lane } = kind('Bug', 'High');
    expect(score).toBeGreaterThanOrEqual(30);
    expect(score).toBeLessThanOrEqual(50);
    expect([band, lane]).toEqual(['can wait', 'stability']);
  });

  it('lets a blocker of a bug be soon even without evidence', () => {
    expect(kind('Bug', 'Blocker').band).toBe('soon');
  });

  it('puts a trivial nice-to-have below twenty', () => {
    for (const priority of ['Trivial', 'Lowest', 'Low']) {
      const { score, band } = kind('Improvement', priority);
      expect(score).toBeLessThan(20);
      expect(band).toBe('consider declining');
    }
  });

  it('lets an ordinary story wait, and raises it above a silent bug when customers ask for it', () => {
    const silent = kind('Story', 'Medium');
    expect([silent.band, silent.lane]).toEqual(['can wait', 'feature improvement']);
    expect(kind('Story', 'Medium', { evidence: customers(8) }).score).toBeGreaterThan(
      (silent.score ?? 0) + 8,
    );
  });

  it('hears evidence over a loud voice', () => {
    const loud = kind('Bug', 'Highest').score;
    const shown = kind('Bug', 'Medium', {
      evidence: [anIncident({ severity: 3, open: false }), ...customers(4)],
    }).score;
    expect(shown).toBeGreaterThan(loud ?? 100);
  });

  it('uses the whole of a scale of business value up to 100', () => {
    const worth = (points: number) =>
      kind('Story', 'Medium', { readings: { 'number:business value': value(points) } }).score ?? 0;
    expect(worth(80)).toBeGreaterThan(worth(40) + 1);
    expect(worth(8)).toBeGreaterThan(worth(2) + 3);
  });

  it('orders by priority, all else equal', () => {
    const scores = ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map(
      (priority) => kind('Story', priority).score ?? 0,
    );
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('takes priority «None» for blank, and says of a priority it does not know that it is not in its table', () => {
    expect(kind('Bug', 'None').missing).toMatchObject([
      { id: 'priority', why: 'nobody filled it' },
    ]);
    expect(kind('Bug', 'Très urgent').missing).toMatchObject([
      { id: 'priority', why: '"Très urgent" is not in the rubric\'s table' },
    ]);
  });

  it('assumes three points where nobody estimated, and says so', () => {
    const card = readCardOf(signalsOf());
    const effort = card.lines.find((line) => line.id === 'effort');
    expect(effort).toMatchObject({
      value: 3,
      unit: 'points',
      factor: 0.803,
      from: [{ text: 'assumed 3 points: nobody estimated it' }],
    });
    expect(card.missing).toMatchObject([{ id: 'effort', why: 'nobody estimated it' }]);
    expect(card.low).toBeLessThan(card.score ?? 0);
  });

  it('leaves nothing open where the site has no field for effort, and says so', () => {
    const card = readCardOf(
      signalsOf({ absent: ['number:story points', 'number:timeoriginalestimate'] }),
    );
    expect([card.low, card.high, card.missing]).toEqual([card.score, card.score, []]);
    expect(card.lines.find((line) => line.id === 'effort')?.from).toEqual([
      { text: 'assumed 3 points: this site has no field for it' },
    ]);
  });

  it('reads an original estimate where there are no story points, four hours to the point', () => {
    const card = readCardOf(
      signalsOf({
        readings: {
          'number:timeoriginalestimate': {
            state: 'known',
            value: 115_200,
            field: 'Original estimate',
          },
        },
      }),
    );
    expect(card.lines.find((line) => line.id === 'effort')).toMatchObject({
      value: 8,
      from: [{ text: 'field "Original estimate"' }],
    });
  });

  it('gives every criterion a name of its own in a pillar that it has', () => {
    const pillars = defaultRubric.pillars.map(({ id }) => id);
    for (const { pillar, label } of defaultRubric.criteria)
      expect([pillars.includes(pillar), label.length > 3]).toEqual([true, true]);
  });
});
