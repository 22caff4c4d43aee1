import type { Change } from '../../core/provenance/change';
import type { Cause } from '../../core/provenance/cause';
import type { OverCap } from '../../core/hot-fix/over-cap';
import { approverWords } from '../../core/overrides/decision-rights';
import { planUrgent } from '../../core/hot-fix/urgent-work';
import { dayOf } from '../../core/time/utc-day';
import type { Reaction, ScoredIssue, Trigger } from '../ports/world';
import { requestRescore } from '../scoring/request-rescore';
import { isNews } from '../scoring/triggers';
import { mentionOf, type Mention } from '../../core/signals/mention';
import { capOf } from './capacity';
import { linkEvidence } from './link-evidence';
import { recordUrgentChange } from '../decisions/record-urgent-change';
import { segmentsOf } from './affected-segments';
import { setOrSay } from './try-edit';
import { worstOpenSeverity } from './worst-open-incident';
import type { Needs } from './needs';

const CAUSE: Cause = { kind: 'enteredHotFix' };

export const enterHotFixes: Reaction<Needs> = {
  name: 'entering the lane hot fix',
  async run(scored, trigger, world) {
    const capFor = capsOf(scored, world);
    for (const one of scored) if (entersHotFix(one, trigger)) await enterHotFix(one, capFor, world);
  },
};

/**
 * Whether a scoring brings an issue into *hot fix* by what happened to it, whoever noticed first: an event, or a job that read
 * it meanwhile. A rubric that is rolled out changes no due dates, nor does the first look at a whole backlog, nor anything in a pilot.
 */
export function entersHotFix(
  { card, before, stale, pilot, earlierCard }: ScoredIssue,
  trigger: Trigger,
): boolean {
  if (stale || pilot || card?.lane !== 'hot fix') return false;
  if (before === null) return isNews(trigger);
  if (!before.open || before.signals === null) return true;
  return before.written?.lane !== 'hot fix' && earlierCard()?.lane !== 'hot fix';
}

type CapFor = (one: ScoredIssue) => Promise<OverCap | null>;

/** Many may enter at once, when a project of incidents comes back: the work of a project is read once for all of them. */
function capsOf(scored: readonly ScoredIssue[], world: Needs): CapFor {
  const caps = new Map<string, Promise<OverCap | null>>();
  return async ({ entry: { project, scoredAt }, inForce }) => {
    const known = scored.flatMap(({ entry, stale }) =>
      entry.project === project && !stale ? [entry] : [],
    );
    const cap = caps.get(project) ?? capOf({ project, known }, inForce, world, new Date(scoredAt));
    caps.set(project, cap);
    return cap;
  };
}

/**
 * Does what entering *hot fix* asks for: flag, due date, owner, links to evidence, a look at the capacity cap. Everything that stands in Jira
 * already stays as it is, so cut off and repeated it comes to the same. Each deed is in the log.
 */
async function enterHotFix(result: ScoredIssue, capFor: CapFor, world: Needs): Promise<void> {
  const { entry, inForce } = result;
  const now = new Date(entry.scoredAt);
  const flaggedId = await world.edits.flaggedField(await world.siteFields.all(), entry.key);
  const issue = (await world.issues.find([entry.issueId], flaggedId === null ? [] : [flaggedId]))
    .issues[0];
  if (issue === undefined) return;
  const flagged = flaggedId === null || Array.isArray(issue.fields[flaggedId]);
  const today = dayOf(now);
  const worst = worstOpenSeverity(entry.signals, inForce.rubric);
  const plan = planUrgent(
    { flagged, due: issue.due, assignee: issue.assignee },
    worst?.level ?? null,
    inForce.rubric,
    today,
  );
  const deeds = [
    ...(plan.flag && flaggedId !== null
      ? [
          {
            name: 'flag',
            change: { kind: 'flag' } as const,
            edit: { kind: 'flag', fieldId: flaggedId } as const,
          },
        ]
      : []),
    ...(plan.due === null
      ? []
      : [
          {
            name: 'due-date',
            change: { kind: 'dueDate', from: null, to: plan.due } as const,
            edit: { kind: 'due', day: plan.due } as const,
          },
        ]),
    ...(plan.assignee === null
      ? []
      : [
          {
            name: 'assignee',
            change: { kind: 'assignee' } as const,
            edit: { kind: 'assignee', accountId: plan.assignee } as const,
          },
        ]),
  ];
  for (const { name, change, edit } of deeds)
    await recordUrgentChange(
      {
        result,
        name,
        change: await setOrSay(change, edit, entry.key, world),
        cause: CAUSE,
        now,
      },
      world,
    );
  const linked = await linkEvidence({ result, issue, cause: CAUSE, now }, world);
  const affected = affectedBy(result);
  if (affected !== null)
    await recordUrgentChange(
      { result, name: 'affected-segments', ...affected, cause: CAUSE, now },
      world,
    );
  const over = await capFor(result);
  if (over !== null)
    await recordUrgentChange(
      {
        result,
        name: 'capacity-of-hot-fix',
        change: capChange(over, result),
        cause: CAUSE,
        now,
      },
      world,
    );
  // Jira tells no app of its own edits, and the due date counts.
  if (deeds.length + linked > 0) await requestRescore([entry.issueId], 'read', world);
}

/** Whose segments it hurts: told only to who may see all that says so, and without anybody's name. Null where no customer is known. */
function affectedBy({
  entry,
}: ScoredIssue): { readonly change: Change; readonly about: readonly Mention[] } | null {
  const voices = (entry.signals?.evidence ?? []).filter(
    ({ open, customer }) => open && customer !== undefined,
  );
  const segments = segmentsOf(voices);
  return segments.length === 0
    ? null
    : {
        change: { kind: 'affectedSegments', segments },
        about: [...new Set(voices.flatMap(mentionOf))],
      };
}

function capChange({ share, cap, pause }: OverCap, { inForce: { rubric } }: ScoredIssue): Change {
  return {
    kind: 'capacity',
    share,
    cap,
    pause: pause === null ? null : { ref: { key: pause.key } },
    approvers: approverWords(rubric.decisionRights.acceptOverCap),
  };
}
