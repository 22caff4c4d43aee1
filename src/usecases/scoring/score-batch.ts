import { fieldsNeeded } from '../../core/signals/fields-needed';
import type { FieldInfo, IssueRecord } from '../../core/issue/issue-record';
import { linkedWorthReading } from '../../core/signals/linked';
import type { Signals } from '../../core/signals/signal';
import { scoreWithPlan } from '../../core/score-card/score-issue';
import { blockGraph } from './blocker-graph';
import { gatherAll } from './gather-signals';
import { closedEntry, openEntry, type Moment } from './ledger-entry';
import { lastJudged } from './last-judged';
import type { World } from '../ports/world';
import { resultOf, type Result } from './scored-issue';
import { heldBackInPilots } from './withhold-in-pilots';
import { plansOf, type PlanOf } from '../rubric/scoring-plans';
import { rubricsOf, type RubricInForce } from '../rubric/in-force';
import { wakeDay } from '../../core/score-card/next-change-day';

/** Issues as Jira gave them, and the moment before it was asked. */
export interface Reading {
  readonly records: readonly IssueRecord[];
  readonly readAt: Date;
}

/**
 * The one way to a score: event, panel, backlog job and pilot all come through here. Reads the linked evidence and what the
 * ledger knows of the issues that these ones block; writes nothing.
 * @throws Limited, Unavailable when Jira or storage cannot go on.
 */
export async function scoreRecords(
  { records, readAt }: Reading,
  world: World,
  now: Date,
): Promise<readonly Result[]> {
  if (records.length === 0) return [];
  const fields = await world.siteFields.all();
  const rubricOf = await rubricsOf(
    records.map(({ project }) => project.key),
    world.rubrics,
  );
  const before = await world.ledger.read(records.map(({ id }) => id));
  const linked = await readLinked(records, rubricOf, fields, world);

  const issues = records.filter(({ status }) => status.category !== 'done');
  const gathered = await gatherAll({ issues, linked, rubricOf, fields }, world);
  const planOf = plansOf(rubricOf);
  const moment = { now, readAt };
  const own = records.map((record) =>
    ownScore(record, gathered.get(record.id), rubricOf(record.project.key), planOf, moment),
  );
  const graph = await blockGraph(
    own.map(({ entry }) => entry),
    world.ledger,
  );
  return heldBackInPilots(
    own.map(({ entry, inForce }) => {
      const inherited = graph.inheritedBy(entry.issueId);
      if (entry.signals === null)
        return resultOf(
          { ...entry, ...lastJudged(before.get(entry.issueId), planOf(entry.project)) },
          null,
          before.get(entry.issueId),
          inForce,
        );
      const plan = planOf(entry.project);
      const card = scoreWithPlan(plan, entry.signals, now, inherited);
      return resultOf(
        { ...entry, wakeDay: wakeDay(plan, entry.signals, inherited, card, now) },
        card,
        before.get(entry.issueId),
        inForce,
      );
    }),
    world,
  );
}

async function readLinked(
  records: readonly IssueRecord[],
  rubricOf: (project: string) => RubricInForce,
  fields: readonly FieldInfo[],
  world: World,
): Promise<ReadonlyMap<string, IssueRecord>> {
  const open = records.filter(({ status }) => status.category !== 'done');
  const known = new Map(records.map((record) => [record.key, record]));
  const wanted = new Set(
    open.flatMap((record) => linkedWorthReading(record, rubricOf(record.project.key).rubric)),
  );
  const fieldIds = new Set(
    open.flatMap((record) => fieldsNeeded(rubricOf(record.project.key).rubric, fields)),
  );
  const found = await world.issues.find(
    [...wanted].filter((key) => !known.has(key)),
    [...fieldIds],
  );
  for (const issue of found.issues) known.set(issue.key, issue);
  return known;
}

function ownScore(
  issue: IssueRecord,
  signals: Signals | undefined,
  inForce: RubricInForce,
  planOf: PlanOf,
  moment: Moment,
) {
  if (signals === undefined) return { inForce, entry: closedEntry(issue, inForce, moment) };
  const card = scoreWithPlan(planOf(issue.project.key), signals, moment.now, null);
  return { inForce, entry: openEntry(issue, signals, card, inForce, moment) };
}
