import type { FieldInfo, IssueRecord } from '../../core/issue/issue-record';
import { evaluateIssue } from '../../core/score-card/evaluate-issue';
import { fieldsNeeded } from '../../core/signals/fields-needed';
import { linkedWorthReading } from '../../core/signals/speaking-links';
import type { Signals } from '../../core/signals/signal';
import type { RubricOf, ScoredIssue, ScoringNeeds } from '../ports/world';
import { plansOf, type PlanOf } from '../rubric/scoring-plans';
import { gatherAll } from './gather-signals';
import { closedEntry, openEntry, type Moment } from './ledger-entry';
import type { IssueReading } from './read-issues';
import { scoreTogether, type EvaluatedEntry } from './score-together';

/**
 * The one way from what Jira says to a score: event, panel, backlog job and pilot all come through here. Reads the linked evidence and
 * what the ledger knows of the issues that these ones block; writes nothing.
 * @throws Limited, Unavailable when Jira or storage cannot go on.
 */
export async function scoreBatch(
  { records, readAt, rubricOf, fields, known }: IssueReading,
  world: ScoringNeeds,
  now: Date,
): Promise<readonly ScoredIssue[]> {
  if (records.length === 0) return [];
  const before = known ?? (await world.ledger.read(records.map(({ id }) => id)));
  const linked = await readLinked(records, rubricOf, fields, world);
  const issues = records.filter(({ status }) => status.category !== 'done');
  const gathered = await gatherAll({ issues, linked, rubricOf, fields }, world);
  const judging = { rubricOf, planOf: plansOf(rubricOf) };
  const moment = { now, readAt };
  const evaluated = records.map((record) => ({
    ...evaluatedEntry(record, gathered.get(record.id), judging, moment),
    known: before.get(record.id),
  }));
  return scoreTogether(evaluated, { planOf: judging.planOf, writing: 'always' }, world, now);
}

async function readLinked(
  records: readonly IssueRecord[],
  rubricOf: RubricOf,
  fields: readonly FieldInfo[],
  world: ScoringNeeds,
): Promise<ReadonlyMap<string, IssueRecord>> {
  const open = records.filter(({ status }) => status.category !== 'done');
  const known = new Map(records.map((record) => [record.key, record]));
  const wanted = new Set(
    open.flatMap((record) => linkedWorthReading(record, rubricOf(record.project.key).rubric)),
  );
  const rubrics = new Set(open.map((record) => rubricOf(record.project.key).rubric));
  const fieldIds = new Set([...rubrics].flatMap((rubric) => fieldsNeeded(rubric, fields)));
  const found = await world.issues.find(
    [...wanted].filter((key) => !known.has(key)),
    [...fieldIds],
  );
  for (const issue of found.issues) known.set(issue.key, issue);
  return known;
}

function evaluatedEntry(
  issue: IssueRecord,
  signals: Signals | undefined,
  { rubricOf, planOf }: { readonly rubricOf: RubricOf; readonly planOf: PlanOf },
  moment: Moment,
): Omit<EvaluatedEntry, 'known'> {
  const inForce = rubricOf(issue.project.key);
  if (signals === undefined)
    return { inForce, entry: closedEntry(issue, inForce, moment), evaluated: null };
  const evaluated = evaluateIssue(planOf(issue.project.key), signals, moment.now);
  return { inForce, entry: openEntry(issue, { signals, evaluated }, inForce, moment), evaluated };
}
