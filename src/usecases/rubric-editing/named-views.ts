import type { DraftView, Overtaken } from '../../contract/drafts';
import type { Who } from '../../contract/who';
import type { VersionView } from '../../contract/versions';
import type { VersionNote } from '../ports/world';
import type { SettingsContext } from '../access/rubric-access';
import type { ShownDraft } from './draft-view';
import type { Overtaking } from './newer-version';

/** Display names by account id, as the person who asks may know them. */
export type Names = ReadonlyMap<string, string>;

export function who(accountId: string, names: Names): Who {
  return { accountId, name: names.get(accountId) ?? null };
}

/** An account id is for who works on the rubric; others read the name. */
export function named(
  accountId: string,
  names: Names,
  { whole }: { readonly whole: boolean },
): Who {
  const known = who(accountId, names);
  return whole ? known : { ...known, accountId: '' };
}

export function overtakenView({ by, ...rest }: Overtaking, names: Names): Overtaken {
  return { ...rest, by: who(by, names) };
}

export function draftView({ overtaken, ...draft }: ShownDraft, names: Names): DraftView {
  return { ...draft, overtaken: overtaken === null ? null : overtakenView(overtaken, names) };
}

/** A draft by itself: nobody but whoever came in between is named in it. */
export async function namedDraft(
  draft: ShownDraft,
  { people }: Pick<SettingsContext, 'people'>,
): Promise<DraftView> {
  const { overtaken } = draft;
  return draftView(draft, overtaken === null ? new Map() : await people.names([overtaken.by]));
}

export function versionView(
  { version, by, reason, at, origin, approval, changes = [], more = 0 }: VersionNote,
  names: Names,
  reading: { readonly whole: boolean },
): VersionView {
  return {
    version,
    reason,
    at,
    changes,
    more,
    by: named(by, names, reading),
    approvedBy: approval === undefined ? null : named(approval.by, names, reading),
    approvalNote: approval?.note ?? null,
    cause: origin?.cause ?? 'published',
    of: origin?.of ?? null,
  };
}
