import type { ScoreView } from '../../contract/score';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { ScoreCard } from '../../core/score-card/score-card';
import type { Asking } from '../ports/world';
import { mayNotRate } from '../access/may-answer';
import { ratedBy, withoutHiddenVotes } from '../ratings/hide-ratings';
import { nextQuestion, questionView } from './next-input';
import { whatWaits } from './pending-actions';
import { scoreForPerson, type ShownScore } from './score-for-person';
import { scoreHistory } from './score-history';

/**
 * Everything that the panel shows at first of an issue, as this person may see it.
 * @throws Gone when the issue does not exist or this person may not see it
 */
export async function viewScore(issueId: string, asking: Asking): Promise<ScoreView> {
  const { viewer, world, now, me } = asking;
  const shown = await scoreForPerson(issueId, asking);
  const [history, question, waits, listening] = await Promise.all([
    scoreHistory(shown, { viewer, world }),
    nextQuestion(shown, world, now),
    whatWaits(shown, world),
    world.scoreChannel.listen(issueId),
  ]);
  const { entry, inForce } = shown.result;
  const rated = ratedBy(me, shown.result, now);
  const { project } = entry;
  const mayNot = rated.every(({ voted }) => voted)
    ? null
    : await mayNotRate({ me, viewer, world, project, rubric: inForce.rubric });
  const card = shown.card === null ? null : withoutHiddenVotes(shown.card, rated);
  return {
    ...cardView({ ...shown, card }),
    pending: pendingIn(shown),
    listening,
    rated: rated.map(({ id, label, voted }) => ({ id, label, voted })),
    mayNotRate: mayNot,
    waits,
    history,
    question: question === null ? null : questionView(question, rated, mayNot),
  };
}

type CardView = Omit<
  ScoreView,
  'pending' | 'listening' | 'history' | 'question' | 'rated' | 'mayNotRate' | 'waits'
>;

function cardView({
  result: { entry, inForce, pilot },
  updated,
  card,
  hidden,
}: ShownScore): CardView {
  const { rubric, version } = inForce;
  return {
    key: entry.key,
    state: entry.open ? 'scored' : 'closed',
    score: card?.score ?? null,
    low: card?.low ?? 0,
    high: card?.high ?? 0,
    raw: rawOf(card?.raw, rubric),
    band: card?.band ?? null,
    lane: card?.lane ?? 'unsorted',
    because: card?.because ?? { kind: 'closed' },
    horizon: card?.horizon ?? null,
    horizonBecause: card?.horizonBecause ?? { kind: 'closed' },
    lines: card?.lines ?? [],
    missing: card?.missing ?? [],
    pillars: rubric.pillars.map(({ id, label }) => ({ id, label })),
    bands: bandsOf(rubric.bands),
    rubric: { name: rubric.name, version },
    vocabulary: rubric.vocabulary,
    scoredAt: entry.scoredAt,
    updated,
    pilot,
    hidden:
      hidden === 0
        ? null
        : `${hidden} linked ${hidden === 1 ? 'issue counts' : 'issues count'} here that you may not see`,
  };
}

function rawOf(value: ScoreCard['raw'], { method }: Rubric): ScoreView['raw'] {
  return value == null || method.kind === 'pillars' ? null : { measure: method.measure, value };
}

function bandsOf({ canWait, soon, immediate }: Rubric['bands']): ScoreView['bands'] {
  return [
    { band: 'consider declining', from: 0 },
    { band: 'can wait', from: canWait },
    { band: 'soon', from: soon },
    { band: 'immediate', from: immediate },
  ];
}

/** Not what was read before what the ledger knows by now, which is shown and never written. */
function pendingIn({
  result: { before, change, stale },
  pending,
}: ShownScore): ScoreView['pending'] {
  if (!pending) return null;
  if (change === null || stale) return { fields: null };
  const known = before === null || before.unsure ? null : before.written;
  return { fields: { score: known?.score ?? null } };
}
