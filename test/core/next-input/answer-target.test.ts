import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Criterion, Rubric } from '../../../src/core/rubric/schema/schema';
import { answerPlace } from '../../../src/core/next-input/answer-target';
import type { FieldInfo } from '../../../src/core/issue/issue-record';
import { aField } from '../builders/an-issue';
import { aRubric } from '../builders/signals-of';

type Signal = Criterion['signal'];
const points = aField('customfield_1', 'Story Points');
const seconds = aField('timeoriginalestimate', 'Original estimate');

function placeOf(signal: Signal, fields: readonly FieldInfo[] = []) {
  const asking = aRubric({
    criteria: defaultRubric.criteria
      .slice(0, 1)
      .map((criterion): Criterion => ({ ...criterion, id: 'asked', signal })),
  });
  return answerPlace('asked', asking, fields);
}

describe('the place for an answer', () => {
  const typed = (type: string, items?: string): FieldInfo => ({
    ...aField('customfield_9', 'Ours', type),
    ...(items === undefined ? {} : { items }),
  });

  it.each<[string, Signal, FieldInfo, string]>([
    ['a number', { kind: 'number', fields: ['Ours'] }, typed('number'), 'number'],
    ['a choice', { kind: 'option', fields: ['Ours'] }, typed('option'), 'choice'],
    [
      'a cascading choice',
      { kind: 'option', fields: ['Ours'] },
      typed('option-with-child'),
      'cascading',
    ],
    ['labels', { kind: 'option', fields: ['Ours'] }, typed('array', 'string'), 'labels'],
    ['a person', { kind: 'user', fields: ['Ours'] }, typed('user'), 'person'],
    ['a day', { kind: 'date', fields: ['Ours'] }, typed('date'), 'date'],
    [
      'several choices that are counted',
      { kind: 'count', fields: ['Ours'] },
      typed('array', 'option'),
      'choice',
    ],
    [
      'labels that are counted',
      { kind: 'count', fields: ['Ours'] },
      typed('array', 'string'),
      'labels',
    ],
    [
      'people who are counted',
      { kind: 'count', fields: ['Ours'] },
      typed('array', 'user'),
      'person',
    ],
    [
      'a cascading choice that is counted',
      { kind: 'count', fields: ['Ours'] },
      typed('option-with-child'),
      'cascading',
    ],
    [
      'a choice that only has to be there',
      { kind: 'filled', fields: ['Ours'] },
      typed('option'),
      'choice',
    ],
    [
      'labels that only have to be there',
      { kind: 'filled', fields: ['Ours'] },
      typed('array', 'string'),
      'labels',
    ],
    [
      'a person who only has to be there',
      { kind: 'filled', fields: ['Ours'] },
      typed('user'),
      'person',
    ],
    [
      'a cascading choice that only has to be there',
      { kind: 'filled', fields: ['Ours'] },
      typed('option-with-child'),
      'cascading',
    ],
    [
      'a number that only has to be there',
      { kind: 'filled', fields: ['Ours'] },
      typed('number'),
      'number',
    ],
    [
      'a day that only has to be there',
      { kind: 'filled', fields: ['Ours'] },
      typed('date'),
      'date',
    ],
    ['the priority', { kind: 'priority' }, aField('priority', 'Priority', 'priority'), 'choice'],
  ])('of %s is the field itself', (_, signal, field, kind) => {
    expect(placeOf(signal, [aField('other', 'Other'), field])).toEqual({
      how: 'field',
      fields: [field],
      kind,
      unit: '',
    });
  });

  it.each<[string, Signal, FieldInfo]>([
    ['a number', { kind: 'number', fields: ['Ours'] }, typed('option')],
    ['a choice', { kind: 'option', fields: ['Ours'] }, typed('number')],
    ['a person', { kind: 'user', fields: ['Ours'] }, typed('date')],
    ['a day', { kind: 'date', fields: ['Ours'] }, typed('user')],
    ['a count', { kind: 'count', fields: ['Ours'] }, typed('number')],
    ['whatever is there', { kind: 'filled', fields: ['Ours'] }, typed('string')],
    ['the priority', { kind: 'priority' }, aField('priority', 'Ours', 'string')],
  ])('of %s is no field of another type: it is filled in on the issue', (_, signal, field) => {
    expect(placeOf(signal, [field])).toEqual({
      how: 'elsewhere',
      where: 'Fill in “Ours” on the issue itself.',
    });
  });

  it('is every field of that name that takes it, and the kind is the first one’s', () => {
    const [text, option, labels] = [
      aField('a', 'Area', 'string'),
      aField('b', 'Area', 'option'),
      { ...aField('c', 'Area', 'array'), items: 'string' },
    ];
    expect(placeOf({ kind: 'option', fields: ['area'] }, [text, option, labels])).toEqual({
      how: 'field',
      fields: [option, labels],
      kind: 'choice',
      unit: '',
    });
  });

  it('is nowhere on a site without the field', () => {
    expect(placeOf({ kind: 'number', fields: ['Ours'] }, [points])).toEqual({
      how: 'elsewhere',
      where: 'This site has no field for it.',
    });
  });

  it('of a rating is the vote, on its scale', () => {
    expect(placeOf({ kind: 'rating', min: 1, max: 9 })).toEqual({ how: 'vote', min: 1, max: 9 });
  });

  it.each<[Signal, string]>([
    [{ kind: 'workType' }, 'Change the work type on the issue itself.'],
    [{ kind: 'sprint' }, 'Plan the issue into a sprint on the board or in the backlog.'],
    [{ kind: 'sla' }, 'The service project starts and ends this agreement.'],
    [
      { kind: 'interest', watcher: 0.25 },
      'People vote for the issue or watch it, at the top right of the issue.',
    ],
    [{ kind: 'comments' }, 'It follows from the comments on the issue.'],
    [{ kind: 'links', phrases: ['is caused by'] }, 'Link the issues in question to this one.'],
    [{ kind: 'quiet' }, 'It follows from the last change of the issue.'],
    [{ kind: 'reopened' }, 'It follows from the issue’s history.'],
    [{ kind: 'timeInStatus' }, 'It follows from the issue’s history.'],
    [{ kind: 'age' }, 'It follows from the day the issue was created.'],
    [{ kind: 'incidents' }, 'Link the incidents to this issue.'],
    [{ kind: 'recurrence', days: 90 }, 'Link the incidents to this issue.'],
    [{ kind: 'demand' }, 'Link the support requests to this issue, or record who asked for it.'],
    [{ kind: 'tickets' }, 'Link the support requests to this issue.'],
    [{ kind: 'duplicates' }, 'Link the duplicates to this issue.'],
    [{ kind: 'blocks' }, 'Link the issues that this one blocks.'],
    [{ kind: 'blockedBy' }, 'Link the issues that block this one.'],
  ])('of %j is told: %s', (signal, where) => {
    expect(placeOf(signal, [points])).toEqual({ how: 'elsewhere', where });
  });

  it('is nowhere once the rubric no longer asks', () => {
    expect(answerPlace('gone', defaultRubric, [points])).toEqual({
      how: 'elsewhere',
      where: 'The rubric no longer asks for this.',
    });
  });
});

describe('the place for an estimate', () => {
  it('is the field in the rubric’s own unit, and never one that would have to be converted', () => {
    expect(answerPlace('effort', defaultRubric, [seconds, points])).toEqual({
      how: 'field',
      fields: [points],
      kind: 'number',
      unit: 'points',
    });
    expect(answerPlace('effort', defaultRubric, [seconds])).toEqual({
      how: 'elsewhere',
      where: 'This site has no field for it.',
    });
  });

  it('is no field of another type', () => {
    const rubric: Rubric = aRubric({ effort: { ...defaultRubric.effort, unit: 'days' } });
    expect(
      answerPlace('effort', rubric, [aField('customfield_1', 'Story Points', 'option')]),
    ).toEqual({ how: 'elsewhere', where: 'Fill in “Story Points” on the issue itself.' });
    expect(answerPlace('effort', rubric, [points])).toMatchObject({ unit: 'days' });
  });
});
