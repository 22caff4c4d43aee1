import { z } from 'zod';
import type { ScoreView } from '../contract';
import type { QuestionView } from '../contract/question';
import { answerQuestion, nextQuestion, type NextQuestion } from '../usecases/next-question';
import { scoreHistory } from '../usecases/score-history';
import { ratedBy, WHY_HIDDEN, withoutHiddenVotes, type RatedBy } from '../usecases/votes/hide-votes';
import { viewScore, type ShownScore } from '../usecases/view-score';
import { issueAsk } from './decisions';
import { historyView } from './history';
import type { Surroundings } from './resolver';

/** `score.view` */
export async function answerScoreView(payload: unknown, { viewer, people, world, now, me }: Surroundings & { readonly me: string }): Promise<ScoreView> {
  const { issueId } = issueAsk.parse(payload);
  const shown = await viewScore(issueId, viewer, world, now);
  const [history, question] = await Promise.all([scoreHistory(shown, viewer, people, world), nextQuestion(shown, world, now)]);
  const rated = ratedBy(me, shown.result, now);
  const open = { ...shown, card: shown.card === null ? null : withoutHiddenVotes(shown.card, rated) };
  return { ...viewOf(open), rated: rated.map(({ id, label, voted }) => ({ id, label, voted })), history: historyView(history), question: question === null ? null : questionView(question, rated) };
}

const questionAnswer = issueAsk.extend({ id: z.string().min(1).max(60), value: z.number().min(-1e9).max(1e9) });

/** `question.answer` */
export async function answerQuestionAnswer(payload: unknown, { edits, viewer, world, now }: Surroundings): Promise<null> {
  const { issueId, id, value } = questionAnswer.parse(payload);
  await answerQuestion(issueId, id, value, edits, viewer, world, now);
  return null;
}

function questionView({ question: { label, why, lanes, bands, low, high }, id, field }: NextQuestion, rated: readonly RatedBy[]): QuestionView {
  return { id, label, why: rated.some((one) => one.id === id && one.hidden) ? WHY_HIDDEN : why, lanes, bands, low, high, field: field === null ? null : { name: field.name, unit: field.unit } };
}

function viewOf({ result: { entry, inForce }, card, hidden }: ShownScore): Omit<ScoreView, 'history' | 'question' | 'rated'> {
  const { rubric, version } = inForce;
  return {
    key: entry.key,
    state: entry.open ? 'scored' : 'closed',
    score: card?.score ?? null,
    low: card?.low ?? 0,
    high: card?.high ?? 0,
    band: card?.band ?? null,
    lane: card?.lane ?? 'unsorted',
    because: card?.because ?? 'closed',
    horizon: card?.horizon ?? null,
    horizonBecause: card?.horizonBecause ?? '',
    lines: card?.lines ?? [],
    missing: card?.missing ?? [],
    pillars: rubric.pillars.map(({ id, label }) => ({ id, label })),
    bands: bandsOf(rubric.bands),
    rubric: { name: rubric.name, version },
    scoredAt: entry.scoredAt,
    hidden: hidden === 0 ? null : `${hidden} linked ${hidden === 1 ? 'issue counts' : 'issues count'} here that you may not see`,
  };
}

function bandsOf({ canWait, soon, immediate }: ShownScore['result']['inForce']['rubric']['bands']): ScoreView['bands'] {
  return [
    { band: 'consider declining', from: 0 },
    { band: 'can wait', from: canWait },
    { band: 'soon', from: soon },
    { band: 'immediate', from: immediate },
  ];
}
