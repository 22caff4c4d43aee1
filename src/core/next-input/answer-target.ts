import type { Rubric } from '../rubric/schema/schema';
import { answerKind, type AnswerKind } from '../issue/editable-field';
import type { FieldInfo } from '../issue/issue-record';
import { siteFields } from '../issue/site-fields';

/** Where the answer to a question goes: into one of some fields, into Ballast's votes, or where only a person can put it. */
export type AnswerPlace =
  | {
      readonly how: 'field';
      readonly fields: readonly FieldInfo[];
      readonly kind: AnswerKind;
      readonly unit: string;
    }
  | { readonly how: 'vote'; readonly min: number; readonly max: number }
  | { readonly how: 'elsewhere'; readonly where: string };

type Signal = Rubric['criteria'][number]['signal'];

/** `id`: of a criterion, or `effort`. */
export function answerPlace(id: string, rubric: Rubric, fields: readonly FieldInfo[]): AnswerPlace {
  const signal = rubric.criteria.find((criterion) => criterion.id === id)?.signal;
  // A criterion of this name is the method's own effort, in a field of its own.
  if (signal === undefined && id === 'effort') {
    // An estimate in another unit would have to be converted twice: Jira's own screen asks for it in its own words.
    const names = rubric.effort.sources.flatMap((source) =>
      source.perUnit === 1 && source.in === undefined ? source.fields : [],
    );
    return intoField(names, ['number'], rubric.effort.unit, fields);
  }
  if (signal === undefined) return elsewhere('The rubric no longer asks for this.');
  if (signal.kind === 'rating') return { how: 'vote', min: signal.min, max: signal.max };
  const wanted = takes[signal.kind];
  if (wanted === undefined)
    return elsewhere(places[signal.kind] ?? 'Fill it in on the issue itself.');
  return intoField('fields' in signal ? (signal.fields ?? []) : [signal.kind], wanted, '', fields);
}

/** What a field must take so that the answer is what the signal reads. */
const takes: Partial<Readonly<Record<Signal['kind'], readonly AnswerKind[]>>> = {
  priority: ['choice'],
  number: ['number'],
  option: ['choice', 'cascading', 'labels'],
  user: ['person'],
  date: ['date'],
  count: ['choice', 'labels', 'person', 'cascading'],
  filled: ['choice', 'labels', 'person', 'cascading', 'number', 'date'],
};

const places: Partial<Readonly<Record<Signal['kind'], string>>> = {
  workType: 'Change the work type on the issue itself.',
  sprint: 'Plan the issue into a sprint on the board or in the backlog.',
  sla: 'The service project starts and ends this agreement.',
  interest: 'People vote for the issue or watch it, at the top right of the issue.',
  comments: 'It follows from the comments on the issue.',
  reopened: 'It follows from the issue’s history.',
  timeInStatus: 'It follows from the issue’s history.',
  age: 'It follows from the day the issue was created.',
  incidents: 'Link the incidents to this issue.',
  recurrence: 'Link the incidents to this issue.',
  demand: 'Link the support requests to this issue, or record who asked for it.',
  tickets: 'Link the support requests to this issue.',
  duplicates: 'Link the duplicates to this issue.',
  blocks: 'Link the issues that this one blocks.',
  links: 'Link the issues in question to this one.',
  quiet: 'It follows from the last change of the issue.',
  blockedBy: 'Link the issues that block this one.',
};

function intoField(
  names: readonly string[],
  wanted: readonly AnswerKind[],
  unit: string,
  fields: readonly FieldInfo[],
): AnswerPlace {
  const called = siteFields(fields).called(names);
  const fitting = called.filter((field) => {
    const kind = answerKind(field);
    return kind !== null && wanted.includes(kind);
  });
  const [first] = fitting;
  const kind = first === undefined ? null : answerKind(first);
  if (kind !== null) return { how: 'field', fields: fitting, kind, unit };
  const [named] = called;
  return elsewhere(
    named === undefined
      ? 'This site has no field for it.'
      : `Fill in “${named.name}” on the issue itself.`,
  );
}

function elsewhere(where: string): AnswerPlace {
  return { how: 'elsewhere', where };
}
