import type { SnapshotIssue, SnapshotLink, SnapshotLinkType } from '../snapshot';
import { formerKeysOf, linkChangesOf, type LinkChange } from './link-changes';

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
  const seen: LinkChange[] = [];
  const keyToday = new Map<string, string>();
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
  /** By the keys that the ends have today. */
  const changesByName = (): ReadonlyMap<string, readonly LinkChange[]> => {
    const today = (key: string): string => keyToday.get(key.toUpperCase()) ?? key;
    const changes = new Map<string, LinkChange[]>();
    for (const { link, ...change } of seen) {
      const { sourceKey, destinationKey } = link;
      const named = {
        ...link,
        sourceKey: today(sourceKey),
        destinationKey: today(destinationKey),
      };
      const known = changes.get(nameOf(named));
      if (known === undefined) changes.set(nameOf(named), [{ ...change, link: named }]);
      else known.push({ ...change, link: named });
    }
    return changes;
  };
  return {
    see(issue) {
      there.add(issue.key.toUpperCase());
      seen.push(...linkChangesOf(issue, types));
      for (const key of formerKeysOf(issue)) keyToday.set(key.toUpperCase(), issue.key);
    },
    at(moment, today) {
      const changes = changesByName();
      const now = [...today];
      const named = new Set(now.map(nameOf));
      const removed = [...changes].flatMap(([name, [first]]) =>
        named.has(name) || first === undefined ? [] : [first.link],
      );
      return [...now, ...removed].filter(
        (link) => isThere(link) && stood(changes.get(nameOf(link)) ?? [], moment),
      );
    },
  };
}

function stood(changes: readonly LinkChange[], moment: number): boolean {
  const inOrder = changes.toSorted((a, b) => a.at - b.at);
  const last = inOrder.findLast(({ at }) => at <= moment);
  return last === undefined ? inOrder[0]?.added !== true : last.added;
}
