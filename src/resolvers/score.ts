import type { ScoreView } from '../contract';
import { mayNotAnswer } from '../usecases/access/may-answer';
import { nextQuestion } from '../usecases/issue-panel/next-input';
import { scoreHistory } from '../usecases/issue-panel/score-history';
import { ratedBy, withoutHiddenVotes } from '../usecases/ratings/hide-ratings';
import { viewScore, type ShownScore } from '../usecases/issue-panel/score-and-view';
import { whatWaits } from '../usecases/issue-panel/pending-actions';
import { issueAsk } from './decisions';
import { historyView } from './history';
import { questionView } from './question';
import type { Surroundings } from './resolver';

/** `score.view` */
export async function answerScoreView(
  payload: unknown,
  { viewer, people, world, now, me }: Surroundings & { readonly me: string },
): Promise<ScoreView> {
  const { issueId } = issueAsk.parse(payload);
  const shown = await viewScore(issueId, viewer, world, now);
  const [history, question, waits] = await Promise.all([
    scoreHistory(shown, viewer, people, world),
    nextQuestion(shown, world, now),
    whatWaits(shown, world),
  ]);
  const rated = ratedBy(me, shown.result, now);
  const { entry, inForce } = shown.result;
  const asked = {
    field: question !== null && question.place.how !== 'vote',
    rating: rated.some(({ voted }) => !voted),
  };
  const mayNot = await mayNotAnswer(asked, {
    me,
    viewer,
    world,
    project: entry.project,
    rubric: inForce.rubric,
  });
  const open = {
    ...shown,
    card: shown.card === null ? null : withoutHiddenVotes(shown.card, rated),
  };
  return {
    ...viewOf(open),
    rated: rated.map(({ id, label, voted }) => ({ id, label, voted })),
    mayNotRate: mayNot.rate,
    waits,
    history: historyView(history),
    question: question === null ? null : questionView(question, rated, mayNot),
  };
}

function viewOf({
  result: { entry, inForce, pilot },
  card,
  hidden,
}: ShownScore): Omit<ScoreView, 'history' | 'question' | 'rated' | 'mayNotRate' | 'waits'> {
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
    vocabulary: rubric.vocabulary,
    scoredAt: entry.scoredAt,
    pilot,
    hidden:
      hidden === 0
        ? null
        : `${hidden} linked ${hidden === 1 ? 'issue counts' : 'issues count'} here that you may not see`,
  };
}

function bandsOf({
  canWait,
  soon,
  immediate,
}: ShownScore['result']['inForce']['rubric']['bands']): ScoreView['bands'] {
  return [
    { band: 'consider declining', from: 0 },
    { band: 'can wait', from: canWait },
    { band: 'soon', from: soon },
    { band: 'immediate', from: immediate },
  ];
}
