import type { FieldInfo, IssueRecord } from '../../core/issue/issue-record';
import { evaluateIssue } from '../../core/score-card/evaluate-issue';
import { fieldsNeeded } from '../../core/signals/fields-needed';
import { evidenceIn } from '../../core/signals/linked';
import type { Rubric } from '../../core/rubric/schema/schema';
import { linkedWorthReading } from '../../core/signals/speaking-links';
import type { Signals } from '../../core/signals/signal';
import type { RubricOf, ScoredIssue, ScoringNeeds } from '../ports/world';
import { plansOf, type PlanOf } from '../rubric/scoring-plans';
import { gatherAll } from './gather-signals';
import { lastTouched } from './changed-since';
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
  const evaluated = records.map((record) => {
    const known = before.get(record.id);
    const signals = gathered.get(record.id);
    const touched = signals && lastTouched(signals, record.updated, known);
    return { ...evaluatedEntry(record, touched, judging, moment), known };
  });
  const { planOf } = judging;
  const scored = await scoreTogether(evaluated, { planOf, writing: 'always' }, world, now);
  const spokenForBy = new Map(
    records.map((record) => [record.id, evidenceIds(record, rubricOf(record.project.id).rubric)]),
  );
  return scored.map((one) => ({ ...one, spokenForBy: spokenForBy.get(one.entry.issueId) ?? [] }));
}

function evidenceIds({ links }: IssueRecord, rubric: Rubric): readonly string[] {
  return links.flatMap((link) => (evidenceIn(link, rubric) === null ? [] : [link.other.id]));
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
    open.flatMap((record) => linkedWorthReading(record, rubricOf(record.project.id).rubric)),
  );
  const rubrics = new Set(open.map((record) => rubricOf(record.project.id).rubric));
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
  const inForce = rubricOf(issue.project.id);
  if (signals === undefined)
    return { inForce, entry: closedEntry(issue, inForce, moment), evaluated: null };
  const evaluated = evaluateIssue(planOf(issue.project.id), signals, moment.now);
  return { inForce, entry: openEntry(issue, { signals, evaluated }, inForce, moment), evaluated };
}
