import type { QuestionInput } from '../../contract/question';
import { answerPlace } from '../../core/next-input/answer-target';
import {
  answerKind,
  writeOf,
  type AnswerKind,
  type EditableField,
  type FieldAnswer,
} from '../../core/issue/editable-field';
import { Declined, Gone } from '../ports/failures';
import type { LedgerEntry, Viewer } from '../ports/world';
import type { IssueEdits } from '../ports/issue-edits';
import { rubricsOf } from '../rubric/in-force';
import { scoreIssues } from '../scoring/score-issues';
import type { Needs } from './needs';

/** Who answers, and how their edits get into Jira. */
export interface Answering {
  readonly world: Needs;
  readonly viewer: Viewer;
  /** Edits issues as the person. */
  readonly edits: IssueEdits;
  readonly now: Date;
}

/** Beyond so many a list helps nobody: Jira's own field finds by typing. */
const MOST_OPTIONS = 500;

/** The field that takes the answer of this person on this issue, or where else to give it. */
type Input =
  { readonly field: EditableField; readonly kind: AnswerKind } | { readonly where: string };

/**
 * What the question's field takes from this person.
 * @throws Gone when the person may not see the issue
 */
export async function questionInput(
  issueId: string,
  id: string,
  answering: Answering,
): Promise<QuestionInput> {
  return inputView((await inputOf(issueId, id, answering)).input);
}

/**
 * Writes the answer into the issue's own field, as the person, and scores again.
 * @throws Gone when the person may not see the issue, Declined when the answer has no field to go to or does not fit into it
 */
export async function answerQuestion(
  issueId: string,
  id: string,
  answer: FieldAnswer,
  answering: Answering,
): Promise<void> {
  const { entry, input } = await inputOf(issueId, id, answering);
  if ('where' in input)
    throw new Declined('Ballast has no field that this answer could go into', input.where);
  const write = writeOf(input.field, answer);
  if (!write.ok)
    throw new Declined(write.problem, 'Answer again, or fill it in on the issue itself.');
  await answering.edits.set(entry.key, {
    kind: 'field',
    fieldId: input.field.id,
    value: write.value,
  });
  await scoreIssues([issueId], answering.world, answering.now);
}

async function inputOf(
  issueId: string,
  id: string,
  { world, viewer, edits }: Answering,
): Promise<{ readonly entry: LedgerEntry; readonly input: Input }> {
  if (!(await viewer.visible([issueId])).has(issueId))
    throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const entry = (await world.ledger.read([issueId])).get(issueId);
  if (entry === undefined) throw new Gone(`Issue ${issueId} was not scored yet`);
  const { rubric } = (await rubricsOf([entry.project], world.rubrics))(entry.project);
  const place = answerPlace(id, rubric, await world.siteFields.all());
  if (place.how !== 'field')
    return {
      entry,
      input: { where: place.how === 'vote' ? 'Rate it in the Score tab.' : place.where },
    };
  const editable = await edits.editable(entry.key);
  if (editable.length === 0)
    return { entry, input: { where: 'You may not edit this issue: ask somebody who may.' } };
  const [found] = place.fields.flatMap(({ id: fieldId }) => {
    const field = editable.find((one) => one.id === fieldId);
    const kind = field === undefined ? null : answerKind(field);
    return field === undefined || kind === null ? [] : [{ field, kind }];
  });
  return {
    entry,
    input: found ?? {
      where: `“${place.fields[0]?.name ?? id}” is not on the screen of this issue: ask a Jira administrator to add it.`,
    },
  };
}

function inputView(input: Input): QuestionInput {
  if ('where' in input) return { kind: 'elsewhere', where: input.where };
  const { field, kind } = input;
  switch (kind) {
    case 'choice':
      return {
        kind,
        field: field.name,
        many: field.type === 'array',
        options: labels(field.allowed),
        more: (field.allowed ?? []).length > MOST_OPTIONS,
      };
    case 'cascading':
      return {
        kind,
        field: field.name,
        options: (field.allowed ?? [])
          .slice(0, MOST_OPTIONS)
          .map(({ label, children }) => ({ label, children: labels(children) })),
      };
    default:
      return { kind, field: field.name };
  }
}

function labels(values: readonly { readonly label: string }[] = []): readonly string[] {
  return values.slice(0, MOST_OPTIONS).map(({ label }) => label);
}
