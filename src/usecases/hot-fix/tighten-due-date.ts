import { planUrgent } from '../../core/hot-fix/urgent-work';
import { requestRescore } from '../scoring/request-rescore';
import type { World } from '../ports/world';
import type { Result } from '../scoring/scored-issue';
import { recordDeed } from '../decisions/record-action';
import { setOrSay } from './try-edit';
import { worstOpenSeverity } from './worst-open-incident';

const LOOKED_AT = 100;

/** Whether something worse than before speaks for an issue that is a hot fix already. */
export function hasWorsened({ card, before, entry, stale, inForce: { rubric } }: Result): boolean {
  if (
    stale ||
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
export async function tightenDue(result: Result, world: World, now: Date): Promise<void> {
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
    now.toISOString().slice(0, 10),
  );
  if (due === null || due >= issue.due) return;
  const change = await setOrSay(
    { what: 'due date', from: issue.due, to: due },
    { kind: 'due', day: due },
    entry.key,
    world,
  );
  await recordDeed(
    { result, change, cause: `a SEV${worst.level} incident speaks for it now`, mentions: [], now },
    world,
  );
  // Jira tells no app of its own edits, and the due date counts.
  await requestRescore([entry.issueId], 'read', world);
}

/** The day that Ballast set last, as the log has it; null when it set none. */
async function lastDaySet(
  issueId: string,
  { decisions }: Pick<World, 'decisions'>,
): Promise<string | null> {
  const urgent = (await decisions.of(issueId, LOOKED_AT)).filter(({ kind }) => kind === 'urgent');
  return (
    urgent.flatMap(({ changes }) =>
      changes.flatMap(({ what, to }) =>
        what === 'due date' && to !== null && /^\d{4}-/u.test(to) ? [to] : [],
      ),
    )[0] ?? null
  );
}
