import { noOverrides } from '../core/governance/overrides-in-force';
import type { Rubric } from '../core/rubric/schema';
import { sameName } from '../core/rubric/same-name';
import { nextQuestions, type Question } from '../core/scoring/next-question';
import type { Inherited } from '../core/scoring/inherit';
import { planScoring } from '../core/scoring/plan';
import type { ScoreCard } from '../core/scoring/score-card';
import type { FieldInfo } from '../core/signals/issue-record';
import { Declined, Gone } from './failures';
import type { Viewer, World } from './ports';
import type { IssueEdits } from './ports/issue-edits';
import { rubricsOf } from './rubrics-of';
import { scoreIssues } from './score-issues';
import type { ShownScore } from './view-score';

/** The one input that could settle most, and the field that a number for it goes into; null where Ballast cannot write the answer. */
export interface NextQuestion {
  readonly question: Question;
  /** Id of the criterion, or `effort`. */
  readonly id: string;
  readonly field: { readonly id: string; readonly name: string; readonly unit: string } | null;
}

/** What to ask the person who looks at a score; null when nothing could change lane or band. */
export async function nextQuestion({ result: { entry, inForce }, card }: ShownScore, world: Pick<World, 'siteFields'>, now: Date): Promise<NextQuestion | null> {
  // Nobody is asked about work that is not to be done.
  if (card === null || card.lane === 'declined' || entry.signals === null) return null;
  const [question] = nextQuestions(planScoring(inForce.rubric), entry.signals, now, inheritedIn(card), card.overrides ?? noOverrides);
  const id = question?.ids[0];
  if (question === undefined || id === undefined) return null;
  return { question, id, field: numberField(id, inForce.rubric, await world.siteFields.all()) };
}

/**
 * Writes the answer into the issue's own field, as the person, and scores again.
 * @throws Gone when the person may not see the issue, Declined when the answer has no field to go to
 */
export async function answerQuestion(issueId: string, id: string, value: number, edits: IssueEdits, viewer: Viewer, world: World, now: Date): Promise<void> {
  if (!(await viewer.visible([issueId])).has(issueId)) throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const entry = (await world.ledger.read([issueId])).get(issueId);
  if (entry === undefined) throw new Gone(`Issue ${issueId} was not scored yet`);
  const { rubric } = (await rubricsOf([entry.project], world.rubrics))(entry.project);
  const field = numberField(id, rubric, await world.siteFields.all());
  if (field === null) throw new Declined('Ballast has no field that this answer could go into', 'Fill it in on the issue itself.');
  await edits.set(entry.key, { kind: 'number', fieldId: field.id, value });
  await scoreIssues([issueId], world, now);
}

function numberField(id: string, rubric: Rubric, fields: readonly FieldInfo[]): NextQuestion['field'] {
  const signal = rubric.criteria.find((criterion) => criterion.id === id)?.signal;
  const names = id === 'effort' ? rubric.effort.sources.flatMap((source) => (source.perUnit === 1 ? source.fields : [])) : signal?.kind === 'number' ? signal.fields : [];
  for (const name of names) {
    const found = fields.find((field) => field.type === 'number' && (sameName(field.name) === sameName(name) || field.id === name));
    if (found !== undefined) return { id: found.id, name: found.name, unit: id === 'effort' ? rubric.effort.unit : '' };
  }
  return null;
}

/** Below what an issue inherits no answer brings it. */
function inheritedIn({ lines, score, low, high }: ScoreCard): Inherited | null {
  return score !== null && lines.some(({ id }) => id === 'inherited') ? { key: '', score, low, high } : null;
}
