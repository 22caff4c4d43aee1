import { z } from 'zod';
import type { PlaceView, QuestionAnswer, QuestionInput, QuestionView } from '../contract/question';
import {
  answerQuestion,
  questionInput,
  type Answering,
  type Input,
} from '../usecases/issue-panel/answer-input';
import type { MayNot } from '../usecases/access/may-answer';
import type { NextQuestion } from '../usecases/issue-panel/next-input';
import { WHY_HIDDEN, type RatedBy } from '../usecases/ratings/hide-ratings';
import { issueAsk } from './decisions';

const text = z.string().min(1).max(255);
const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.number().min(-1e9).max(1e9) }),
  z.object({ kind: z.literal('date'), day: z.iso.date('must be a day such as 2026-12-31') }),
  z.object({ kind: z.literal('labels'), labels: z.array(text).min(1).max(50) }),
  z.object({ kind: z.literal('person'), accountId: text }),
  z.object({ kind: z.literal('choice'), chosen: z.array(text).min(1).max(50) }),
  z.object({ kind: z.literal('cascading'), parent: text, child: text.nullable() }),
]) satisfies z.ZodType<QuestionAnswer['answer']>;
const inputAsk = issueAsk.extend({ id: z.string().min(1).max(60) });
const answerAsk = inputAsk.extend({ answer });

/** Beyond so many a list helps nobody: Jira's own field finds by typing. */
const MOST_OPTIONS = 500;

/** `question.input` */
export async function answerQuestionInput(payload: unknown, at: Answering): Promise<QuestionInput> {
  const { issueId, id } = inputAsk.parse(payload);
  return inputView(await questionInput(issueId, id, at));
}

/** `question.answer` */
export async function answerQuestionAnswer(payload: unknown, at: Answering): Promise<null> {
  const ask = answerAsk.parse(payload);
  await answerQuestion(ask.issueId, ask.id, ask.answer, at);
  return null;
}

/** What a person reads of a question: not how people voted whose votes are hidden from them. */
export function questionView(
  { question: { label, why, lanes, bands, low, high }, id, place }: NextQuestion,
  rated: readonly RatedBy[],
  mayNot: MayNot,
): QuestionView {
  const hidden = rated.some((one) => one.id === id && one.hidden);
  return {
    id,
    label,
    why: hidden ? WHY_HIDDEN : why,
    lanes,
    bands,
    low,
    high,
    place: placeView(place),
    mayNot: place.how === 'vote' ? mayNot.rate : mayNot.fill,
  };
}

function placeView(place: NextQuestion['place']): PlaceView {
  return place.how === 'field'
    ? { how: 'field', name: place.fields[0]?.name ?? '', unit: place.unit, kind: place.kind }
    : place;
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
