import type { Rubric } from '../schema/schema';
import { inRubric, type Difference, type DocumentPlace } from './difference-words';
import type { RubricChange } from './rubric-change';
import { sectionWord, settingWord } from './setting-words';
import { shareChanges, shareIn } from './share-changes';
import { ownMember } from '../../terms/own-member';

type Plain = Readonly<Record<string, unknown>>;

/** Which format and which edition a document is says nothing about how it judges. */
const ignored = new Set(['schema', 'version']);

/** What the second rubric decides otherwise than the first, in the order of the document. */
export function rubricDifference(before: Rubric, after: Rubric): readonly RubricChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !ignored.has(key),
  );
  const [was, is]: readonly Plain[] = [before, after];
  return keys.flatMap((key) =>
    key === 'criteria'
      ? criteriaChanges(before, after)
      : compare(
          { path: key, words: [sectionWord(key)] },
          ownMember(was ?? {}, key),
          ownMember(is ?? {}, key),
        ).map((one) => inRubric(one, null)),
  );
}

/** Weights mean nothing by themselves: they are told as the shares that all of them make. */
function criteriaChanges(before: Rubric, after: Rubric): readonly RubricChange[] {
  const weightless = ({ criteria }: Rubric): readonly Plain[] =>
    criteria.map(({ weight: _, ...rest }) => rest);
  const changes = compare(
    { path: 'criteria', words: [sectionWord('criteria')] },
    weightless(before),
    weightless(after),
  );
  return [
    ...changes.map((one) => inRubric(one, shareOf(one, before, after))),
    ...shareChanges(before, after),
  ];
}

/** The share of a criterion that came or went; null of everything else, and where the method has no shares. */
function shareOf({ place, found, item }: Difference, before: Rubric, after: Rubric): number | null {
  // A list inside a criterion has names of its own.
  if (place.words.length > 1) return null;
  const id = nameOf(item) ?? '';
  if (found.kind === 'new') return shareIn(after, id);
  return found.kind === 'gone' ? shareIn(before, id) : null;
}

function compare(place: DocumentPlace, was: unknown, is: unknown): readonly Difference[] {
  if (same(was, is)) return [];
  if (Array.isArray(was) && Array.isArray(is)) return compareLists(place, was, is);
  if (isPlain(was) && isPlain(is) && was['kind'] === is['kind'] && was['from'] === is['from']) {
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) =>
      compare(inside(place, key), ownMember(was, key), ownMember(is, key)),
    );
  }
  return [
    {
      place,
      found:
        was === undefined
          ? { kind: 'new', value: is }
          : is === undefined
            ? { kind: 'gone', value: was }
            : { kind: 'changed', was, is },
    },
  ];
}

function compareLists(
  place: DocumentPlace,
  was: readonly unknown[],
  is: readonly unknown[],
): readonly Difference[] {
  if (![...was, ...is].every((item) => nameOf(item) !== null)) return compareSets(place, was, is);
  const [earlier, later] = [byName(was), byName(is)];
  const changes = [...later].flatMap(([name, { item, at }]) => {
    const here = { path: `${place.path}.${at}`, words: titled(place, labelOf(item) ?? name) };
    const before = earlier.get(name);
    return before === undefined
      ? [{ place: here, found: { kind: 'new' as const }, item }]
      : compare(here, before.item, item);
  });
  const gone = [...earlier].flatMap(([name, { item, at }]) =>
    later.has(name)
      ? []
      : [
          {
            place: { path: `${place.path}.${at}`, words: titled(place, labelOf(item) ?? name) },
            found: { kind: 'gone' as const },
            item,
          },
        ],
  );
  const kept = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string =>
    [...one.keys()].filter((name) => other.has(name)).join(' · ');
  const moved =
    kept(earlier, later) === kept(later, earlier)
      ? []
      : [{ place, found: { kind: 'order' as const, names: [...later.keys()] } }];
  return [...changes, ...gone, ...moved];
}

function compareSets(
  place: DocumentPlace,
  was: readonly unknown[],
  is: readonly unknown[],
): readonly Difference[] {
  const missingFrom = (list: readonly unknown[], other: readonly unknown[]) =>
    list.filter((item) => !other.some((one) => same(one, item)));
  return [
    {
      place,
      found: { kind: 'set', added: missingFrom(is, was), dropped: missingFrom(was, is), is },
    },
  ];
}

/** Items are told apart by id or name; rules by what they lead to. A repeated name counts up. */
export function byName(
  items: readonly unknown[],
): ReadonlyMap<string, { readonly item: unknown; readonly at: number }> {
  const found = new Map<string, { readonly item: unknown; readonly at: number }>();
  items.forEach((item, at) => {
    const name = nameOf(item) ?? '';
    let unique = name;
    for (let count = 2; found.has(unique); count += 1) unique = `${name} (${count})`;
    found.set(unique, { item, at });
  });
  return found;
}

export function nameOf(item: unknown): string | null {
  if (!isPlain(item)) return null;
  const name = item['id'] ?? item['name'] ?? item['lane'] ?? item['horizon'];
  return typeof name === 'string' ? name : null;
}

export function labelOf(item: unknown): string | null {
  return isPlain(item) && typeof item['label'] === 'string' ? item['label'] : null;
}

export function titled({ words }: DocumentPlace, name: string): readonly string[] {
  return [...words.slice(0, -1), `${words.at(-1) ?? ''} “${name}”`];
}

export function inside({ path, words }: DocumentPlace, key: string): DocumentPlace {
  return { path: `${path}.${key}`, words: [...words, settingWord(key, path)] };
}

export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => same(item, b[at]));
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(ownMember(a, key), ownMember(b, key)));
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
