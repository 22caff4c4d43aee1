import type { ProjectId } from '../../core/terms/project';
import { questionsOf, questionWords } from '../../core/signals/reading-key';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { LedgerEntry, Rubrics } from '../ports/world';
import { rubricOfStamp } from '../rubric/in-force';
import type { RubricInForce } from '../ports/rubrics';

/**
 * What signals gathered under one rubric do not hold of all that another asks, in words. Anything of a rubric that is not known
 * to matter only when scoring counts as mattering when gathering: too many reads rather than wrong scores.
 */
export function lackingIn(gathered: Rubric, wanted: Rubric): readonly string[] {
  if (gathered === wanted) return [];
  const answered = new Set(questionsOf(gathered).map((question) => JSON.stringify(question)));
  const missing = questionsOf(wanted).filter((question) => !answered.has(JSON.stringify(question)));
  return [
    ...missing.map(questionWords),
    ...(gatheringPart(gathered) === gatheringPart(wanted)
      ? []
      : ['other settings of evidence, follow-ups or blockers']),
  ];
}

/** What of a rubric decides which evidence, links and customers are gathered. */
function gatheringPart(rubric: Rubric): string {
  const {
    schema,
    version,
    name,
    method,
    pillars,
    criteria,
    ageing,
    effort,
    urgency,
    customers,
    bands,
    lanes,
    horizons,
    votes,
    moscow,
    capacity,
    decisionRights,
    overrides,
    postMortem,
    calendar,
    retention,
    evidence,
    ...rest
  } = rubric;
  const { incidents, support, reports } = evidence;
  const { weights, assumedSeverity, ...gathered } = incidents;
  return JSON.stringify([rest, gathered, support, reports]);
}

/** For many entries: whether each one's signals answer the rubric that judges it now. */
export async function holdsFor(
  entries: readonly LedgerEntry[],
  rubricOf: (project: ProjectId) => RubricInForce,
  rubrics: Rubrics,
): Promise<(entry: LedgerEntry) => boolean> {
  const answers = new Map<string, boolean>();
  const nameOf = ({ project, gathered }: LedgerEntry): string => `${project} ${gathered ?? ''}`;
  for (const entry of entries) {
    const name = nameOf(entry);
    if (answers.has(name)) continue;
    const before =
      entry.gathered === null ? null : await rubricOfStamp(entry.gathered, entry.project, rubrics);
    answers.set(
      name,
      before !== null && lackingIn(before, rubricOf(entry.project).rubric).length === 0,
    );
  }
  return (entry) => entry.signals !== null && answers.get(nameOf(entry)) === true;
}
