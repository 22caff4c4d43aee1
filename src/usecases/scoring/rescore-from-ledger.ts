import { evaluateIssue } from '../../core/score-card/evaluate-issue';
import type { Signals } from '../../core/signals/signal';
import type {
  LedgerEntry,
  LedgerTrigger,
  RubricOf,
  ScoredIssue,
  ScoringNeeds,
} from '../ports/world';
import { rubricsOf } from '../rubric/in-force';
import { plansOf } from '../rubric/scoring-plans';
import { holdsFor } from './ledger-covers-rubric';
import { ownScore } from './ledger-entry';
import { saveScores } from './saving/save-scores';
import { scoreIssues } from './score-issues';
import { scoreTogether, type EvaluatedEntry } from './score-together';

/**
 * Scores open entries from the signals that the ledger holds, without a single read from Jira. Where the rubric asks for
 * something that it does not hold, and only there, the issues are read.
 * @returns issues for which a Jira field was written.
 */
export async function rescoreFromLedger(
  entries: readonly LedgerEntry[],
  trigger: LedgerTrigger,
  world: ScoringNeeds,
  now: Date,
): Promise<number> {
  const open = entries.filter((entry) => entry.open);
  const rubricOf = await rubricsOf(
    open.map(({ project }) => project),
    world.rubrics,
  );
  const holds = await holdsFor(open, rubricOf, world.rubrics);
  const gathered = open.filter(holds).map((known) => ({ known, signals: known.signals }));
  const scored = await scoreFromLedger(gathered, { rubricOf, trigger }, world, now);
  const saved = await saveScores(scored, trigger, world);
  const toRead = open.filter((entry) => !holds(entry)).map(({ issueId }) => issueId);
  if (toRead.length === 0) return saved.changed;
  return saved.changed + (await scoreIssues(toRead, world, now, 'backlog')).changed;
}

/** A record, and the signals to judge it by, which hold what its rubric asks for. */
export interface EntryToJudge {
  readonly known: LedgerEntry;
  readonly signals: Signals | null;
}

/** The same without saving. */
export async function scoreFromLedger(
  entries: readonly EntryToJudge[],
  { rubricOf, trigger }: { readonly rubricOf: RubricOf; readonly trigger: LedgerTrigger },
  world: ScoringNeeds,
  now: Date,
): Promise<readonly ScoredIssue[]> {
  const planOf = plansOf(rubricOf);
  const evaluated = entries.flatMap(({ known, signals }): EvaluatedEntry[] => {
    if (signals === null) return [];
    const inForce = rubricOf(known.project);
    const issue = evaluateIssue(planOf(known.project), signals, now);
    const entry: LedgerEntry = {
      ...known,
      signals,
      rubric: inForce.stamp,
      rubricVersion: inForce.version,
      scoredAt: now.toISOString(),
      own: ownScore(issue),
      pendingDependents: [],
    };
    return [{ known, entry, inForce, evaluated: issue }];
  });
  // What time alone moves is written once people see it, not day by day.
  const writing = trigger === 'time' ? 'when it shows' : 'always';
  return scoreTogether(evaluated, { planOf, writing }, world, now);
}
