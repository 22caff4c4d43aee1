import type { Criterion } from '../../../src/core/rubric/schema/schema';
import { gatherSignals } from '../../../src/core/signals/gather';
import type { FieldInfo, IssueRecord } from '../../../src/core/issue/issue-record';
import { aField, anIssue } from '../builders/an-issue';
import { aNumber, aPlainRubric } from '../builders/plain-rubric';
import { readCardOf } from '../builders/described';

type Part = Pick<Criterion, 'signal' | 'curve'>;
const linear = aNumber('x').curve;
const number: Part = { signal: { kind: 'number', fields: ['It'] }, curve: linear };
const count: Part = { signal: { kind: 'count', fields: ['It'] }, curve: linear };
const date: Part = {
  signal: { kind: 'date', fields: ['It'] },
  curve: { kind: 'dateRamp', full: 0, none: 10 },
};
const option: Part = {
  signal: { kind: 'option', fields: ['It'] },
  curve: { kind: 'table', values: { High: 90 }, blank: [], otherwise: 20 },
};
const user: Part = {
  signal: { kind: 'user', fields: ['It'] },
  curve: { kind: 'table', values: { ann: 70 }, blank: [] },
};
const sla: Part = {
  signal: { kind: 'sla', fields: ['It'] },
  curve: { kind: 'dateRamp', full: 0, none: 10 },
};

const it_ = (type: string, more: Partial<FieldInfo> = {}): FieldInfo => ({
  ...aField('customfield_1', 'It', type),
  ...more,
});
const system = (id: string, type: string): FieldInfo => aField(id, 'It', type);

/** The points that a criterion over the field gives, or why it gives none. */
function told(
  part: Part,
  field: FieldInfo,
  held: unknown,
  absence: Criterion['absence'] = 'zero',
  issue: Partial<IssueRecord> = {},
) {
  const rubric = aPlainRubric([aNumber('only', { ...part, absence })]);
  const signals = gatherSignals({
    issue: anIssue({ fields: { customfield_1: held }, ...issue }),
    linked: new Map(),
    rubric,
    fields: [field],
  });
  const { lines, missing } = readCardOf(signals, rubric);
  return (
    lines.find(({ id }) => id === 'only')?.points ?? missing.find(({ id }) => id === 'only')?.why
  );
}

describe('a field that has become one of another type is unknown though it is filled', () => {
  it.each<[string, Part, FieldInfo, unknown, string]>([
    [
      'a text counted',
      count,
      it_('string'),
      'words',
      '"It" is a text field, and the rubric reads it as a list',
    ],
    [
      'a date counted',
      count,
      it_('date'),
      '2026-11-20',
      '"It" is a date field, and the rubric reads it as a list',
    ],
    [
      'a number counted',
      count,
      it_('number'),
      9,
      '"It" is a number field, and the rubric reads it as a list',
    ],
    [
      'a zero counted',
      count,
      it_('number'),
      0,
      '"It" is a number field, and the rubric reads it as a list',
    ],
    [
      'a text read as a date',
      date,
      it_('string'),
      '12',
      '"It" is a text field, and the rubric reads it as a date',
    ],
    [
      'a text that holds a day',
      date,
      it_('string'),
      '2026-11-20',
      '"It" is a text field, and the rubric reads it as a date',
    ],
    [
      'a date read as a choice',
      option,
      it_('date'),
      '2026-11-20',
      '"It" is a date field, and the rubric reads it as a choice',
    ],
    [
      'a person called like a choice',
      option,
      it_('user'),
      { accountId: 'ann', displayName: 'High' },
      '"It" is a person field, and the rubric reads it as a choice',
    ],
    [
      'people called like a choice',
      option,
      it_('array', { items: 'user' }),
      [{ accountId: 'ann', displayName: 'High' }],
      '"It" is a people field, and the rubric reads it as a choice',
    ],
    [
      'choices read as people',
      user,
      it_('array', { items: 'option' }),
      [{ accountId: 'ann', value: 'High' }],
      '"It" is a list field, and the rubric reads it as a person',
    ],
    [
      'an agreement that became text',
      sla,
      it_('string'),
      'soon',
      '"It" is a text field, and the rubric reads it as a service agreement',
    ],
    [
      'an agreement read as a number',
      number,
      it_('any', { custom: 'com.atlassian.servicedesk:sd-sla-field' }),
      5,
      '"It" is a service agreement field, and the rubric reads it as a number',
    ],
    [
      'yes or no read as a number',
      number,
      it_('boolean'),
      true,
      '"It" is a yes-or-no field, and the rubric reads it as a number',
    ],
    [
      'votes read as a choice',
      option,
      system('votes', 'votes'),
      null,
      '"It" is a number field, and the rubric reads it as a choice',
    ],
  ])('%s', (_, part, field, held, why) => {
    expect(told(part, field, held, 'zero', { votes: 3 })).toBe(why);
    expect(told(part, field, held, 'unknown', { votes: 3 })).toBe(why);
  });

  it('and what only begins like a day is no date, in a field that says nothing of its type', () => {
    expect(told(date, it_('any'), '12')).toBe('"It" holds text, not a date');
    expect(told(date, it_('any'), '2026-11-20')).toBe(100);
  });
});

describe('a field that is empty', () => {
  it.each<[string, Part, FieldInfo]>([
    ['a number', number, it_('number')],
    ['a list of choices', option, it_('array', { items: 'option' })],
    ['a list of people', user, it_('array', { items: 'user' })],
    ['a list', count, it_('array', { items: 'string' })],
    ['a person', user, it_('user')],
    ['a team', option, it_('team')],
    ['a date', date, it_('datetime')],
    ['an agreement', sla, it_('any', { custom: 'com.atlassian.servicedesk:sd-sla-field' })],
  ])('is zero where the rubric says so and it is what the rubric means: %s', (_, part, field) => {
    expect(told(part, field, null)).toBe(0);
  });

  it.each<[string, Part, FieldInfo, string]>([
    [
      'any',
      number,
      it_('any'),
      '"It" is empty, and its type (any) does not say that it would hold a number',
    ],
    [
      'object',
      option,
      it_('object'),
      '"It" is empty, and its type (object) does not say that it would hold a choice',
    ],
    [
      'boolean',
      count,
      it_('boolean'),
      '"It" is a yes-or-no field, and the rubric reads it as a list',
    ],
    [
      'string',
      sla,
      it_('string'),
      '"It" is a text field, and the rubric reads it as a service agreement',
    ],
  ])('is never zero where its type does not fit or says nothing: %s', (_, part, field, why) => {
    expect(told(part, field, null)).toBe(why);
  });
});

describe('votes, watchers and comments', () => {
  it.each<[string, string, Partial<IssueRecord>]>([
    ['votes', 'votes', { votes: 9 }],
    ['watches', 'watches', { watchers: 9 }],
    ['comment', 'comments-page', { comments: 9 }],
  ])('count as many as there are: %s', (id, type, issue) => {
    expect([
      told(count, system(id, type), null, 'zero', issue),
      told(number, system(id, type), null, 'zero', issue),
    ]).toEqual([9, 9]);
  });

  it('that the app is not shown are unknown, not none', () => {
    expect(told(count, system('votes', 'votes'), null)).toBe('the app is not shown "It"');
  });
});
