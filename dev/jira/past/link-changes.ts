import type { SnapshotIssue, SnapshotLink, SnapshotLinkType } from '../snapshot';
import { changesOf } from './changes';

/** A link made or removed, as one of its ends tells it; with the keys that the ends had then. */
export interface LinkChange {
  readonly link: SnapshotLink;
  readonly at: number;
  readonly added: boolean;
}

export function linkChangesOf(
  issue: SnapshotIssue,
  types: readonly SnapshotLinkType[],
): readonly LinkChange[] {
  return changesOf(issue, Infinity).earlier.flatMap(({ at, name, from, fromText, to, toText }) => {
    if (name !== 'link') return [];
    const added = Boolean(to);
    const [other, text] = added ? [to, toText] : [from, fromText];
    const link = linkSaid(types, issue.key, other ?? '', text ?? '');
    return link === null ? [] : [{ link, at, added }];
  });
}

/** Keys that an issue had before it was moved to another project. */
export function formerKeysOf(issue: SnapshotIssue): readonly string[] {
  return changesOf(issue, Infinity).earlier.flatMap(({ name, fromText }) =>
    name === 'key' && fromText ? [fromText] : [],
  );
}

/** "This issue is blocked by AB-2": the words of the link's type and the other end's key. */
function linkSaid(
  types: readonly SnapshotLinkType[],
  key: string,
  other: string,
  text: string,
): SnapshotLink | null {
  const says = (phrase: string): boolean =>
    text.toLowerCase().includes(` ${phrase.toLowerCase()} ${other.toLowerCase()}`);
  for (const { name, inward, outward } of types) {
    if (says(outward)) return { typeName: name, sourceKey: key, destinationKey: other };
    if (says(inward)) return { typeName: name, sourceKey: other, destinationKey: key };
  }
  return null;
}
