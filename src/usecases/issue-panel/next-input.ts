import type { PlaceView, QuestionView } from '../../contract/question';
import { WHY_HIDDEN, type RatedBy } from '../ratings/hide-ratings';
import { noOverrides } from '../../core/overrides/overrides-in-force';
import { answerPlace, type AnswerPlace } from '../../core/next-input/answer-target';
import { nextQuestions, type Question } from '../../core/next-input/rank-inputs';
import { planScoring } from '../../core/scoring/plan';
import type { ShownScore } from './score-for-person';
import type { Needs } from './needs';

/** The one input that could settle most, and where its answer goes. */
export interface NextQuestion {
  readonly question: Question;
  /** Id of the criterion, or `effort`. */
  readonly id: string;
  readonly place: AnswerPlace;
}

/** What to ask the person who looks at a score; null when nothing could change lane or band. */
export async function nextQuestion(
  { result: { entry, inForce }, card }: ShownScore,
  world: Pick<Needs, 'siteFields'>,
  now: Date,
): Promise<NextQuestion | null> {
  // Nobody is asked about work that is not to be done.
  if (card === null || card.lane === 'declined' || entry.signals === null) return null;
  const [question] = nextQuestions(planScoring(inForce.rubric), entry.signals, now, {
    inheritedScore: card.inheritedScore,
    overrides: card.overrides ?? noOverrides,
  });
  const id = question?.ids[0];
  if (question === undefined || id === undefined) return null;
  return { question, id, place: answerPlace(id, inForce.rubric, await world.siteFields.all()) };
}

/** What a person reads of a question: not how people voted whose votes are hidden from them. */
export function questionView(
  { question: { label, why, lanes, bands, low, high }, id, place }: NextQuestion,
  rated: readonly RatedBy[],
  mayNotVote: string | null,
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
    mayNot: place.how === 'vote' ? mayNotVote : null,
  };
}

function placeView(place: AnswerPlace): PlaceView {
  return place.how === 'field'
    ? { how: 'field', name: place.fields[0]?.name ?? '', unit: place.unit, kind: place.kind }
    : place;
}
