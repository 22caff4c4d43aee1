import { planUrgent } from '../../core/hot-fix/urgent-work';
import { requestRescore } from '../scoring/request-rescore';
import { dayOf } from '../../core/time/utc-day';
import type { Reaction, ScoredIssue } from '../ports/world';
import { entersHotFix } from './enter-hot-fix';
import { recordUrgentChange } from '../decisions/record-urgent-change';
import { setOrSay } from './try-edit';
import { worstOpenSeverity } from './worst-open-incident';
import type { Needs } from './needs';

const LOOKED_AT = 100;

export const tightenDueDates: Reaction<Needs> = {
  name: 'due dates of hot fixes',
  async run(scored, trigger, world) {
    for (const one of scored)
      if (!entersHotFix(one, trigger) && hasWorsened(one))
        await tightenDue(one, world, new Date(one.entry.scoredAt));
  },
};

/** Whether something worse than before speaks for an issue that is a hot fix already. */
function hasWorsened({
  card,
  before,
  entry,
  stale,
  pilot,
  inForce: { rubric },
}: ScoredIssue): boolean {
  if (
    stale ||
    pilot ||
    card?.lane !== 'hot fix' ||
    before === null ||
    !before.open ||
    before.signals === null
  )
    return false;
  const [was, is] = [before.signals, entry.signals].map(
    (signals) => worstOpenSeverity(signals, rubric)?.level ?? Infinity,
  );
  return is !== undefined && was !== undefined && is < was;
}

/** Brings the due date nearer, by the severity that it has now, where it is still the one that Ballast set. */
async function tightenDue(result: ScoredIssue, world: Needs, now: Date): Promise<void> {
  const { entry, inForce } = result;
  const worst = worstOpenSeverity(entry.signals, inForce.rubric);
  const [issue] = (await world.issues.find([entry.issueId], [])).issues;
  if (
    worst === null ||
    issue?.due == null ||
    issue.due !== (await lastDaySet(entry.issueId, world))
  )
    return;
  const { due } = planUrgent(
    { flagged: true, due: null, assignee: issue.assignee },
    worst.level,
    inForce.rubric,
    dayOf(now),
  );
  if (due === null || due >= issue.due) return;
  const change = await setOrSay(
    { kind: 'dueDate', from: issue.due, to: due },
    { kind: 'due', day: due },
    entry.key,
    world,
  );
  await recordUrgentChange(
    {
      result,
      name: 'due-date',
      change,
      cause: { kind: 'worseIncident', severity: worst.level },
      now,
    },
    world,
  );
  // Jira tells no app of its own edits, and the due date counts.
  await requestRescore([entry.issueId], 'read', world);
}

/** The day that Ballast set last, as the log has it; null when it set none. */
async function lastDaySet(
  issueId: string,
  { decisions }: Pick<Needs, 'decisions'>,
): Promise<string | null> {
  const urgent = (await decisions.of(issueId, LOOKED_AT)).filter(({ kind }) => kind === 'urgent');
  return (
    urgent.flatMap(({ changes }) =>
      changes.flatMap((change) =>
        change.kind === 'dueDate' && change.refused === undefined ? [change.to] : [],
      ),
    )[0] ?? null
  );
}
