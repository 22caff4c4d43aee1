import type { Criterion } from '../../../src/core/rubric/schema/schema';
import type { Reading } from '../../../src/core/issue/reading';
import { aNumber, aPlainRubric, aRating, votesOf } from '../builders/plain-rubric';
import { readCardOf } from '../builders/described';
import { empty, signalsOf, value, type SignalsGiven } from '../builders/signals-of';

type Signal = Criterion['signal'];
const linear = aNumber('x').curve;
const ramp = { kind: 'dateRamp', full: 0, none: 10 } as const;
const table = (
  values: Readonly<Record<string, number>>,
  blank: readonly string[] = [],
): Criterion['curve'] => ({ kind: 'table', values, blank: [...blank] });

/** What one criterion makes of an issue: its line, or why there is none. */
function found(
  signal: Signal,
  curve: Criterion['curve'],
  given: SignalsGiven,
  more: Partial<Criterion> = {},
) {
  const { lines, missing, reasons } = readCardOf(
    signalsOf(given),
    aPlainRubric([aNumber('only', { label: 'Only', signal, curve, ...more })]),
  );
  const [line] = lines;
  return line === undefined
    ? { why: missing[0]?.why ?? 'left out' }
    : { value: line.value, points: line.points, from: line.from, reasons };
}
const reading = (key: string, of: Reading): SignalsGiven => ({ readings: { [key]: of } });

describe('a name in a field', () => {
  const tier: Signal = { kind: 'option', fields: ['Tier'] };
  const of = (
    held: string | number | readonly string[],
    given: Partial<Extract<Reading, { state: 'known' }>> = {},
  ) =>
    found(
      tier,
      table({ Gold: 90, Silver: 40, '7': 30 }, ['None', 'n/a']),
      reading('option:tier', { state: 'known', value: held, ...given }),
    );

  it('gives the points of the table, in the rubric’s spelling, from the field it stood in', () => {
    expect(of(' GOLD')).toEqual({
      value: 'Gold',
      points: 90,
      from: [{ text: 'field "Tier"' }],
      reasons: 'only Gold +90',
    });
    expect(of('Gold', { field: 'Level' }).from).toEqual([{ text: 'field "Level"' }]);
    expect(of(7)).toMatchObject({ value: '7', points: 30 });
  });

  it('may be several: those in the table count, the highest of them', () => {
    expect(of(['Silver', 'Bronze', 'gold'])).toMatchObject({ value: 'Silver, Gold', points: 90 });
    expect(of(['None', 'Silver'])).toMatchObject({ value: 'Silver', points: 40 });
  });

  it('counts as another where the table has points for all others', () => {
    const other = { ...table({ Gold: 90 }), otherwise: 20 } as Criterion['curve'];
    expect(found(tier, other, reading('option:tier', value('Bronze')))).toMatchObject({
      value: 'another',
      points: 20,
    });
    expect(
      found(tier, other, reading('option:tier', { state: 'known', value: ['Bronze', 'Iron'] })),
    ).toMatchObject({ value: 'another', points: 20 });
  });

  it('of a cascading option counts by its first part before it counts as another', () => {
    const area = (
      values: Readonly<Record<string, number>>,
      blank: readonly string[] = [],
      otherwise?: number,
    ) =>
      found(
        tier,
        { ...table(values, blank), ...(otherwise === undefined ? {} : { otherwise }) },
        reading('option:tier', { state: 'known', value: 'Hardware - Screen', parent: 'Hardware' }),
      );
    expect(area({ Hardware: 30 }, [], 5)).toMatchObject({ value: 'Hardware', points: 30 });
    expect(area({ Hardware: 30, 'Hardware - Screen': 70 }, [], 5)).toMatchObject({
      value: 'Hardware - Screen',
      points: 70,
    });
    expect(area({ Software: 30 }, [], 5)).toMatchObject({ value: 'another', points: 5 });
    expect(area({ Software: 30 }, ['hardware'], 5)).toEqual({ why: 'nobody filled it' });
    expect(area({ Hardware: 30 }, ['Hardware - screen'], 5)).toEqual({ why: 'nobody filled it' });
    expect(area({ Software: 30 })).toEqual({ why: '"Hardware" is not in the rubric\'s table' });
  });

  it('counts as it stands in the table before others count as another, and never where it means blank', () => {
    const other = {
      ...table({ Gold: 90, Low: 10 }, ['None']),
      otherwise: 20,
    } as Criterion['curve'];
    const several = (...names: readonly string[]) =>
      found(tier, other, reading('option:tier', { state: 'known', value: names }));
    expect(several('None', 'Low')).toMatchObject({ value: 'Low', points: 10 });
    expect(several('Bronze', 'Low')).toMatchObject({ value: 'Low', points: 10 });
    expect(several('None', 'Bronze')).toMatchObject({ value: 'another', points: 20 });
  });

  it('that means blank is blank', () => {
    expect(of('none ')).toEqual({ why: 'nobody filled it' });
    expect(of(['None', 'N/A'])).toEqual({ why: 'nobody filled it' });
    const zero = (held: string | readonly string[], field?: string) =>
      found(
        tier,
        table({ Gold: 90 }, ['None']),
        reading('option:tier', {
          state: 'known',
          value: held,
          ...(field === undefined ? {} : { field }),
        }),
        { absence: 'zero' },
      );
    expect(zero('None')).toMatchObject({
      value: 0,
      points: 0,
      from: [{ text: 'field "Tier" says none' }],
    });
    expect(zero(['None'], 'Level')).toMatchObject({
      value: 0,
      points: 0,
      from: [{ text: 'field "Level" says none' }],
    });
  });

  it('that is not in the table is unknown, shortened to what one can read', () => {
    expect(of('Bronze')).toEqual({ why: '"Bronze" is not in the rubric\'s table' });
    expect(of(['Bronze', 'Iron'])).toEqual({ why: '"Bronze, Iron" is not in the rubric\'s table' });
    expect(of('x'.repeat(80))).toEqual({ why: `"${'x'.repeat(60)}" is not in the rubric's table` });
  });
});

describe('a number in a field', () => {
  it('gives the points of its curve', () => {
    expect(
      found({ kind: 'number', fields: ['Reach'] }, linear, reading('number:reach', value(42))),
    ).toEqual({ value: 42, points: 42, from: [{ text: 'field "Reach"' }], reasons: 'only 42 +42' });
  });

  it('must be one', () => {
    expect(
      found({ kind: 'number', fields: ['Reach'] }, linear, reading('number:reach', value('42'))),
    ).toEqual({ why: 'it holds no number' });
  });

  it('must be one that its curve can read', () => {
    expect(
      found(
        { kind: 'number', fields: ['Reach'] },
        linear,
        reading('number:reach', value(Infinity)),
      ),
    ).toEqual({ why: 'the linear curve cannot read it' });
  });
});

describe('a field that is not filled', () => {
  const reach: Signal = { kind: 'number', fields: ['Reach', 'Users'] };

  it('is unknown, or zero where the criterion says so', () => {
    expect(found(reach, linear, reading('number:reach', empty))).toEqual({
      why: 'nobody filled it',
    });
    expect(found(reach, linear, reading('number:reach', empty), { absence: 'zero' })).toMatchObject(
      { value: 0, points: 0, from: [{ text: 'field "Reach" or "Users" is empty' }], reasons: '' },
    );
  });

  it('is not asked for where the site has none and the rubric does not insist', () => {
    expect(found(reach, linear, { absent: ['number:reach'] })).toEqual({
      why: 'this site has no field "Reach" or "Users"',
    });
    expect(found(reach, linear, { absent: ['number:reach'] }, { ifSiteHas: true })).toEqual({
      why: 'left out',
    });
    expect(found(reach, linear, {}, { ifSiteHas: true })).toEqual({
      why: 'not read since the rubric asks for it',
    });
  });

  it('says why it cannot be read', () => {
    expect(
      found(reach, linear, reading('number:reach', { state: 'unknown', why: 'it holds text' }), {
        absence: 'zero',
      }),
    ).toEqual({ why: 'it holds text' });
  });
});

describe('a date', () => {
  const launch: Signal = { kind: 'date', fields: ['Launch'] };

  it('gives points by the days until it', () => {
    expect(found(launch, ramp, reading('date:launch', value('2026-11-24')))).toEqual({
      value: '2026-11-24',
      points: 60,
      from: [{ text: 'field "Launch"', at: '2026-11-24' }],
      reasons: 'only 2026-11-24 +60',
    });
  });

  it('must be one', () => {
    expect(found(launch, ramp, reading('date:launch', value('soon')))).toEqual({
      why: 'it holds no date',
    });
    expect(found(launch, ramp, reading('date:launch', value(20_261_124)))).toEqual({
      why: 'it holds no date',
    });
  });

  it('of an agreement says how long is left', () => {
    const left = (day: string) =>
      found(
        { kind: 'sla', fields: ['Time to resolution'] },
        ramp,
        reading('sla:time to resolution', value(day)),
      );
    expect(left('2026-11-20')).toMatchObject({
      value: 'time is up today',
      points: 100,
      reasons: 'only time is up today +100',
    });
    expect(left('2026-11-21')).toMatchObject({
      value: '1 day left',
      points: 90,
      from: [{ text: 'field "Time to resolution"', at: '2026-11-21' }],
    });
    expect(left('2026-11-19')).toMatchObject({ value: 'passed 1 day ago', points: 100 });
  });

  it('of the last change of status says how long ago that is, and never less than none', () => {
    const since = (day: string) =>
      found({ kind: 'timeInStatus' }, linear, reading('statusSince', value(day)));
    expect(since('2026-11-08')).toEqual({
      value: '12 days',
      points: 12,
      from: [{ text: 'history of changes', at: '2026-11-08' }],
      reasons: 'only 12 days +12',
    });
    expect(since('2026-11-25')).toMatchObject({ value: '0 days', points: 0 });
  });

  it('on which the issue was created says how old it is', () => {
    const age = (created: string) => found({ kind: 'age' }, linear, { issue: { created } });
    expect(age('2026-11-08')).toEqual({
      value: '12 days',
      points: 12,
      from: [{ text: 'field "Created"', at: '2026-11-08' }],
      reasons: 'only 12 days +12',
    });
    expect(age('2026-11-19')).toMatchObject({ value: '1 day', points: 1 });
    expect(age('2026-12-24')).toMatchObject({ value: '0 days', points: 0 });
    expect(age('once')).toEqual({ why: 'it is not known when it was created' });
  });
});

describe('interest', () => {
  const interest = (
    readings: Readonly<Record<string, Reading>>,
    absent: readonly string[] = [],
  ) => {
    const signals = { ...signalsOf({ readings }), absent };
    const {
      lines: [line],
      missing,
    } = readCardOf(
      signals,
      aPlainRubric([aNumber('only', { signal: { kind: 'interest', watcher: 0.5 } })]),
    );
    return line === undefined
      ? { why: missing[0]?.why }
      : { value: line.value, points: line.points, from: line.from };
  };
  const [votes, watchers] = [{ text: 'field "Votes"' }, { text: 'field "Watchers"' }];

  it('adds watchers to votes, each for what the rubric says', () => {
    expect(interest({ votes: value(4), watchers: value(3) })).toEqual({
      value: '4 votes, 3 watchers',
      points: 5.5,
      from: [votes, watchers],
    });
  });

  it('counts what the site shows of the two', () => {
    expect(interest({ votes: value(1) }, ['watchers'])).toEqual({
      value: '1 vote, 0 watchers',
      points: 1,
      from: [votes],
    });
    expect(interest({ watchers: value(1) }, ['votes'])).toEqual({
      value: '0 votes, 1 watcher',
      points: 0.5,
      from: [watchers],
    });
    expect(interest({ votes: value('many'), watchers: value(2) })).toEqual({
      value: '0 votes, 2 watchers',
      points: 1,
      from: [watchers],
    });
    expect(interest({ votes: empty, watchers: value(2) })).toEqual({
      value: '0 votes, 2 watchers',
      points: 1,
      from: [watchers],
    });
  });

  it('is unknown where it shows neither', () => {
    expect(interest({}, ['votes', 'watchers'])).toEqual({ why: 'this site has no field "Votes"' });
    expect(interest({ votes: value('many') }, ['watchers'])).toEqual({ why: 'it holds no number' });
    expect(interest({ votes: empty })).toEqual({ why: 'nobody filled it' });
    expect(interest({})).toEqual({ why: 'not read since the rubric asks for it' });
  });
});

describe('the line of a rating', () => {
  const rated = (values: readonly number[], hiddenUntilVoted: boolean) => {
    const rubric = aPlainRubric([aRating('fit', { label: 'Strategic fit' })]);
    return readCardOf(
      { ...signalsOf(), votes: { fit: votesOf(...values) } },
      { ...rubric, votes: { ...rubric.votes, hiddenUntilVoted } },
    );
  };

  it('keeps in the reasons what people came to, which everybody reads before voting', () => {
    expect(rated([6, 7], true).reasons).toBe('strategic fit by 2 votes +65');
    expect(rated([6], true).reasons).toBe('strategic fit by 1 vote +60');
    expect(rated([6, 7], false).reasons).toBe('strategic fit 6.5 +65');
  });

  it('dates from the newest vote', () => {
    const votes = [
      { by: 'ann', value: 6, at: '2026-11-18' },
      { by: 'bob', value: 6, at: '2026-11-19' },
      { by: 'cy', value: 6, at: '2026-11-17' },
    ];
    expect(
      readCardOf({ ...signalsOf(), votes: { fit: votes } }, aPlainRubric([aRating('fit')])).lines[0]
        ?.from,
    ).toEqual([{ text: 'median of 3 votes', at: '2026-11-19' }]);
  });

  it('is missing while nobody at all voted on anything', () => {
    expect(readCardOf(signalsOf(), aPlainRubric([aRating('fit')])).missing).toMatchObject([
      { id: 'fit', why: 'nobody voted' },
    ]);
  });
});
