import type { RubricPublication } from '../contract';
import type {
  DraftView,
  Overtaken,
  SettingsView,
  VersionView,
  WaitingPublication,
  Who,
} from '../contract/settings';
import type { VersionNote } from '../usecases/ports/world';
import type { ShownDraft } from '../usecases/rubric-editing/draft-view';
import type { Overtaking } from '../usecases/rubric-editing/newer-version';
import type { Outcome } from '../usecases/rubric-editing/submit';
import type { SettingsDesk } from '../usecases/access/rubric-access';
import type { ShownSettings, ShownWaiting } from '../usecases/rubric-editing/view-settings';

type Names = ReadonlyMap<string, string>;

export function settingsView({
  project,
  source,
  inForce,
  base,
  draft,
  others,
  waiting,
  refused,
  may,
  approval,
  inheritance,
  names,
}: ShownSettings): SettingsView {
  const { stored, version, rubric, problems } = inForce;
  return {
    project,
    may,
    approval,
    published: {
      source,
      version,
      base,
      document: rubric,
      problems,
      by: stored === null ? null : who(stored.by, names),
      reason: stored?.reason ?? null,
      at: stored?.at ?? null,
      inherits: source === 'project' ? (stored?.inherits ?? []) : [],
    },
    draft: draft === null ? null : draftView(draft, names),
    others: others.map(({ by, ...rest }) => ({ ...rest, by: who(by, names) })),
    waiting: waiting === null ? null : waitingView(waiting, names),
    refused:
      refused === null
        ? null
        : {
            by: who(refused.by, names),
            reason: refused.reason,
            at: refused.at,
            replaced: refused.replaced === true,
          },
    inheritance:
      inheritance === null
        ? null
        : {
            ...inheritance,
            site: { version: inheritance.site.version, document: inheritance.site.rubric },
          },
  };
}

export function draftView({ overtaken, ...draft }: ShownDraft, names: Names): DraftView {
  return { ...draft, overtaken: overtaken === null ? null : overtakenView(overtaken, names) };
}

function waitingView(
  { by, overtaken, of: _, ...rest }: ShownWaiting,
  names: Names,
): WaitingPublication {
  return {
    ...rest,
    by: who(by, names),
    overtaken: overtaken === null ? null : overtakenView(overtaken, names),
  };
}

function overtakenView({ by, ...rest }: Overtaking, names: Names): Overtaken {
  return { ...rest, by: who(by, names) };
}

export function versionView(
  { version, by, reason, at, origin, approval, changes = [], more = 0 }: VersionNote,
  names: Names,
): VersionView {
  return {
    version,
    reason,
    at,
    changes,
    more,
    by: who(by, names),
    approvedBy: approval === undefined ? null : who(approval.by, names),
    approvalNote: approval?.note ?? null,
    cause: origin?.cause ?? 'published',
    of: origin?.of ?? null,
  };
}

export async function publicationView(
  outcome: Outcome,
  { people }: Pick<SettingsDesk, 'people'>,
): Promise<RubricPublication> {
  if (outcome.ok) return outcome;
  const { overtaken, ...rest } = outcome;
  return overtaken === undefined
    ? rest
    : { ...rest, overtaken: overtakenView(overtaken, await people.names([overtaken.by])) };
}

/** Of whoever came in between: nobody else is named in a draft. */
export async function namesOf(
  { overtaken }: ShownDraft,
  { people }: Pick<SettingsDesk, 'people'>,
): Promise<Names> {
  return overtaken === null ? new Map() : people.names([overtaken.by]);
}

function who(accountId: string, names: Names): Who {
  return { accountId, name: names.get(accountId) ?? null };
}
