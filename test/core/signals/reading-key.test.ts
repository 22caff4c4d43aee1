import { moscowPlan } from '../../../src/core/moscow/moscow';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { fieldsNeeded } from '../../../src/core/signals/fields-needed';
import { gatherSignals } from '../../../src/core/signals/gather';
import { answerIn, readingKey } from '../../../src/core/signals/reading-key';
import type { Signals } from '../../../src/core/signals/signal';
import { aField, anIssue } from '../builders/an-issue';
import { aNumber, aPlainRubric } from '../builders/plain-rubric';
import { readCardOf } from '../builders/described';
import { empty, signalsOf, value } from '../builders/signals-of';

const site = [
  aField('f1', 'Story Points'),
  aField('f2', 'Story point estimate'),
  aField('f3', 'Fit', 'option'),
  aField('f4', 'MoSCoW', 'option'),
];
const gathered = (rubric: Rubric, fields: Readonly<Record<string, unknown>>): Signals =>
  gatherSignals({ issue: anIssue({ fields }), linked: new Map(), rubric, fields: site });
const points = (fields: readonly string[]) =>
  aNumber('points', { signal: { kind: 'number', fields: [...fields] } });

describe('two lists of fields that begin alike', () => {
  it('are two questions, of a criterion and of effort', () => {
    const rubric = aPlainRubric([points(['Story Points'])]);
    const card = readCardOf(gathered(rubric, { f1: null, f2: 5 }), rubric);
    expect(card.missing).toMatchObject([{ id: 'points', why: 'nobody filled it' }]);
    expect(readCardOf(gathered(rubric, { f1: 8, f2: 5 }), rubric).lines).toMatchObject([
      { id: 'points', value: 8 },
    ]);
  });

  it('are two questions, of a criterion and of MoSCoW', () => {
    const fit = aNumber('fit', {
      signal: { kind: 'option', fields: ['Fit'] },
      curve: { kind: 'table', values: { Must: 90 }, blank: [] },
    });
    const source = {
      from: 'field' as const,
      fields: ['Fit', 'MoSCoW'],
      names: { must: ['Must'], should: ['Should'], could: ['Could'], wont: ['Not now'] },
    };
    const rubric = aPlainRubric([fit], { moscow: { ...defaultRubric.moscow, source } });
    const signals = gathered(rubric, { f3: null, f4: { value: 'Must' } });
    expect(readCardOf(signals, rubric).missing).toMatchObject([
      { id: 'fit', why: 'nobody filled it' },
    ]);
    expect(
      moscowPlan(
        [{ key: 'PRO-1', score: 10, band: 'soon', effort: 1, readings: signals.readings }],
        rubric,
      ).placed,
    ).toMatchObject([{ moscow: 'must' }]);
  });

  it('are two questions, of two lane rules', () => {
    const rubric = aPlainRubric([aNumber('x')], {
      lanes: [
        { lane: 'strategic bet', any: [{ kind: 'filled', fields: ['Fit'] }] },
        { lane: 'stability', any: [{ kind: 'filled', fields: ['Fit', 'MoSCoW'] }] },
      ],
    });
    expect(readCardOf(gathered(rubric, { f4: { value: 'Must' } }), rubric)).toMatchObject({
      lane: 'stability',
      because: 'MoSCoW is set',
    });
    expect(readCardOf(gathered(rubric, { f3: { value: 'Yes' } }), rubric)).toMatchObject({
      lane: 'strategic bet',
      because: 'Fit is set',
    });
  });

  it('are two questions, of two criteria', () => {
    const rubric = aPlainRubric([
      points(['Story Points', 'Fit']),
      aNumber('other', {
        signal: { kind: 'number', fields: ['Story Points', 'Story point estimate'] },
      }),
    ]);
    expect(readCardOf(gathered(rubric, { f1: null, f2: 5 }), rubric)).toMatchObject({
      lines: [{ id: 'other', value: 5 }],
      missing: [{ id: 'points' }],
    });
  });

  it('cost Jira no field twice', () => {
    const asked = fieldsNeeded(aPlainRubric([points(['Story Points'])]), site).filter(
      (id) => id === 'f1' || id === 'f2',
    );
    expect(asked).toEqual(['f1', 'f2']);
  });
});

describe('the name of a reading', () => {
  it('is the field of a list of one, and short for a list of many', () => {
    expect(readingKey({ kind: 'number', fields: [' Story Points'] })).toBe('number:story points');
    expect(readingKey({ kind: 'number', fields: ['Story Points', 'Story point estimate'] })).toBe(
      'nGLOK:story points',
    );
    expect(readingKey({ kind: 'sla', fields: [] })).toBe('sla:');
  });

  it('tells lists apart by what follows and its order, and not by case or space', () => {
    const key = (...fields: readonly string[]) => readingKey({ kind: 'option', fields });
    expect(
      new Set([
        key('a'),
        key('a', 'b'),
        key('a', 'c'),
        key('a', 'b', 'c'),
        key('a', 'c', 'b'),
        key('a', 'bc'),
      ]).size,
    ).toBe(6);
    expect(key('A ', ' b')).toBe(key('a', 'B'));
  });
});

describe('signals that were gathered before lists were told apart', () => {
  const key = readingKey({ kind: 'number', fields: ['Story Points', 'Story point estimate'] });

  it('are still read, by the first name', () => {
    expect(answerIn({ readings: { 'number:story points': value(3) }, absent: [] }, key)).toEqual(
      value(3),
    );
    expect(answerIn({ readings: {}, absent: ['number:story points'] }, key)).toBe('absent');
    expect(
      readCardOf(signalsOf({ readings: { 'number:story points': value(8) } })).lines.find(
        ({ id }) => id === 'effort',
      ),
    ).toMatchObject({ value: 8 });
    const goals = readCardOf(signalsOf({ readings: { 'filled:goals': value(1) } }));
    expect([goals.lane, goals.because]).toEqual(['strategic bet', 'a goal is set']);
  });

  it('count only where there is no answer of the list’s own', () => {
    expect(
      answerIn({ readings: { 'number:story points': value(3), [key]: empty }, absent: [] }, key),
    ).toEqual(empty);
    expect(answerIn({ readings: { 'number:story points': value(3) }, absent: [key] }, key)).toBe(
      'absent',
    );
    expect(answerIn({ readings: { 'number:a': value(3) }, absent: [] }, 'n1234:a')).toBeUndefined();
    expect(answerIn({ readings: {}, absent: [] }, 'priority')).toBeUndefined();
  });
});
