import type { ProjectId } from '../../core/terms/project';
import type { Decision } from '../../core/decisions/decision';
import type { Cause } from '../../core/provenance/cause';
import type { Change } from '../../core/provenance/change';
import { mentionsIn } from '../../core/signals/mention';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import type { Amended } from './amend';
import type { Needs } from './needs';

/** What a post-mortem leaves in the decision log of an issue. */
export interface PostMortemNews {
  readonly issueId: string;
  readonly project: ProjectId;
  /** Tells it from the other entries of the issue; told again, it stays one entry. */
  readonly what: string;
  readonly change: Change;
  readonly cause: Cause;
  readonly reason?: string;
  /** Account id; null for Ballast itself. */
  readonly by: string | null;
  readonly rubricVersion: number;
  /** What it is about besides what it names. */
  readonly about?: readonly string[];
}

export async function tell(
  news: readonly PostMortemNews[],
  { decisions }: Pick<Needs, 'decisions'>,
  now: Date,
): Promise<void> {
  if (news.length === 0) return;
  await decisions.record(
    news.map(({ what, change, reason, about = [], ...rest }): Decision => ({
      ...rest,
      id: `${rest.issueId}:post-mortem:${what}`,
      at: now.toISOString(),
      kind: 'post-mortem',
      changes: [change],
      reason: reason ?? null,
      score: null,
      lines: null,
      mentions: [...new Set([...mentionsIn([change, rest.cause]), ...about])],
    })),
  );
}

/** What of a change belongs in the decision log: actions, the decision not to act, and completion. */
export function outcomesOf(
  { before, after }: Amended,
  by: string,
  rubricVersion: number,
): readonly PostMortemNews[] {
  const entry = { issueId: after.issueId, project: after.project, by, rubricVersion };
  const known = new Set(before.actions.map(({ key }) => key));
  const was = before.completed === null ? 'open' : 'complete';
  const is = after.completed === null ? 'open' : 'complete';
  return [
    ...after.actions
      .filter(({ key }) => !known.has(key))
      .map(({ key, due }) => ({
        ...entry,
        what: `action:${key}`,
        change: { kind: 'preventiveAction', action: { ref: { key }, due } } as const,
        cause: { kind: 'actionAsked' } as const,
      })),
    ...(after.noAction === null || after.noAction === before.noAction
      ? []
      : [
          {
            ...entry,
            what: `no-action:${after.revision}`,
            change: { kind: 'preventiveAction', action: null } as const,
            cause: { kind: 'noAction' } as const,
            reason: after.noAction.reason,
          },
        ]),
    ...(was === is
      ? []
      : [
          {
            ...entry,
            what: `${is}:${after.revision}`,
            change: { kind: 'postMortem', from: { state: was }, to: { state: is } } as const,
            cause: causeOf(after),
            about: keysOf(after),
          },
        ]),
  ];
}

/** What was done last. */
export function causeOf({ log }: PostMortem): Cause {
  const last = log.at(-1);
  return last === undefined ? { kind: 'begun' } : { kind: 'postMortem', entry: last.entry };
}

/** Of the issues that Ballast itself puts into words; what looks like a key in a person's text stays as they wrote it. */
function keysOf({ incidents, earlier, actions, recurrences }: PostMortem): readonly string[] {
  return [
    ...new Set([
      ...incidents,
      ...(earlier ?? []),
      ...actions.map(({ key }) => key),
      ...recurrences.map(({ incident }) => incident),
    ]),
  ];
}
