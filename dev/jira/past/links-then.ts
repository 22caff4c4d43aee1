import type { SnapshotIssue, SnapshotLink, SnapshotLinkType } from '../snapshot';
import { changesOf } from './changes';

interface LinkEvent {
  readonly link: SnapshotLink;
  readonly at: number;
  readonly added: boolean;
}

/** The links of a site at a moment. Every issue that existed is shown to it first. */
export interface LinksThen {
  readonly see: (issue: SnapshotIssue) => void;
  readonly at: (moment: number, today: Iterable<SnapshotLink>) => readonly SnapshotLink[];
}

/**
 * What the changelogs say of links: one that was made later is not there yet, one that was removed later still is. A link of which no
 * changelog knows is as old as the younger of its ends.
 */
export function linksThen(
  types: readonly SnapshotLinkType[],
  outside: ReadonlySet<string>,
): LinksThen {
  const there = new Set<string>();
  const events = new Map<string, LinkEvent[]>();
  const symmetric = new Set(
    types.filter(({ inward, outward }) => inward === outward).map(({ name }) => name),
  );
  const nameOf = ({ typeName, sourceKey, destinationKey }: SnapshotLink): string => {
    const ends = [sourceKey.toUpperCase(), destinationKey.toUpperCase()];
    return [typeName, ...(symmetric.has(typeName) ? ends.sort() : ends)].join('\n');
  };
  const isThere = ({ sourceKey, destinationKey }: SnapshotLink): boolean => {
    const ends = [sourceKey.toUpperCase(), destinationKey.toUpperCase()];
    return (
      ends.every((key) => there.has(key) || outside.has(key)) && ends.some((key) => there.has(key))
    );
  };
  return {
    see(issue) {
      there.add(issue.key.toUpperCase());
      for (const { at, name, from, fromText, to, toText } of changesOf(issue, Infinity).earlier) {
        if (name !== 'link') continue;
        const added = Boolean(to);
        const link = linkSaid(
          types,
          issue.key,
          (added ? to : from) ?? '',
          (added ? toText : fromText) ?? '',
        );
        if (link === null) continue;
        const known = events.get(nameOf(link));
        if (known === undefined) events.set(nameOf(link), [{ link, at, added }]);
        else known.push({ link, at, added });
      }
    },
    at(moment, today) {
      const now = [...today];
      const named = new Set(now.map(nameOf));
      const removed = [...events].flatMap(([name, [first]]) =>
        named.has(name) || first === undefined ? [] : [first.link],
      );
      return [...now, ...removed].filter(
        (link) => isThere(link) && stood(events.get(nameOf(link)) ?? [], moment),
      );
    },
  };
}

function stood(events: readonly LinkEvent[], moment: number): boolean {
  const inOrder = events.toSorted((a, b) => a.at - b.at);
  const last = inOrder.findLast(({ at }) => at <= moment);
  return last === undefined ? inOrder[0]?.added !== true : last.added;
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
