import type { RubricChange } from './rubric-change';
import type { Rubric } from '../schema/schema';
import { sectionWord, settingWord } from './setting-words';
import { shareChanges, shareIn } from './share-changes';

type Plain = Readonly<Record<string, unknown>>;

/** A place in the document: its path, and the words for it, title first. */
export interface Place {
  readonly path: string;
  readonly words: readonly string[];
}

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
      : compare({ path: key, words: [sectionWord(key)] }, was?.[key], is?.[key]),
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
  const ends = [
    { ending: ' is new', of: after, words: 'share' },
    { ending: ' is gone', of: before, words: 'its share was' },
  ];
  const told = changes.map((one) => {
    const at = /^criteria\.(\d+)$/u.exec(one.path)?.[1];
    const end = ends.find(({ ending }) => one.text.endsWith(ending));
    const share =
      at === undefined || end === undefined
        ? null
        : shareIn(end.of, end.of.criteria[Number(at)]?.id ?? '');
    return share === null ? one : { ...one, text: `${one.text}: ${end?.words ?? ''} ${share} %` };
  });
  return [...told, ...shareChanges(before, after)];
}

function compare(place: Place, was: unknown, is: unknown): readonly RubricChange[] {
  if (same(was, is)) return [];
  if (Array.isArray(was) && Array.isArray(is)) return compareLists(place, was, is);
  if (isPlain(was) && isPlain(is) && was['kind'] === is['kind'] && was['from'] === is['from']) {
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) =>
      compare(inside(place, key), was[key], is[key]),
    );
  }
  return [
    change(
      place,
      was === undefined
        ? `${show(is)} is new`
        : is === undefined
          ? `${show(was)} is gone`
          : `${show(was)} → ${show(is)}`,
    ),
  ];
}

function compareLists(
  place: Place,
  was: readonly unknown[],
  is: readonly unknown[],
): readonly RubricChange[] {
  if (![...was, ...is].every((item) => nameOf(item) !== null)) return compareSets(place, was, is);
  const [earlier, later] = [byName(was), byName(is)];
  const changes = [...later].flatMap(([name, { item, at }]) => {
    const here = { path: `${place.path}.${at}`, words: titled(place, labelOf(item) ?? name) };
    const before = earlier.get(name);
    return before === undefined ? [change(here, 'is new')] : compare(here, before.item, item);
  });
  const gone = [...earlier].flatMap(([name, { item, at }]) =>
    later.has(name)
      ? []
      : [
          change(
            { path: `${place.path}.${at}`, words: titled(place, labelOf(item) ?? name) },
            'is gone',
          ),
        ],
  );
  const kept = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string =>
    [...one.keys()].filter((name) => other.has(name)).join(' · ');
  const moved =
    kept(earlier, later) === kept(later, earlier)
      ? []
      : [change(place, `order is now ${[...later.keys()].join(' · ')}`)];
  return [...changes, ...gone, ...moved];
}

function compareSets(
  place: Place,
  was: readonly unknown[],
  is: readonly unknown[],
): readonly RubricChange[] {
  const missingFrom = (list: readonly unknown[], other: readonly unknown[]) =>
    list.filter((item) => !other.some((one) => same(one, item))).map(show);
  const [added, dropped] = [missingFrom(is, was), missingFrom(was, is)];
  const parts = [
    ...(added.length > 0 ? [`now with ${added.join(', ')}`] : []),
    ...(dropped.length > 0 ? [`no longer ${dropped.join(', ')}`] : []),
  ];
  return [
    change(place, parts.length > 0 ? parts.join('; ') : `order is now ${is.map(show).join(', ')}`),
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

export function titled({ words }: Place, name: string): readonly string[] {
  return [...words.slice(0, -1), `${words.at(-1) ?? ''} “${name}”`];
}

export function inside({ path, words }: Place, key: string): Place {
  return { path: `${path}.${key}`, words: [...words, settingWord(key, path)] };
}

function change({ path, words: [title = '', ...rest] }: Place, what: string): RubricChange {
  return {
    path,
    text: rest.length === 0 ? `${title} ${what}` : `${title}: ${rest.join(' ')} ${what}`,
  };
}

/** A value in words; what is made of parts as its kind and settings. */
function show(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`;
  if (Array.isArray(value)) return value.map(show).join(', ');
  if (!isPlain(value))
    return value === true
      ? 'yes'
      : value === false
        ? 'no'
        : value === null
          ? 'none'
          : JSON.stringify(value);
  const { kind, ...rest } = value;
  const settings = Object.entries(rest).map(
    ([key, one]) => `${settingWord(key)} ${isPlain(one) ? `(${show(one)})` : show(one)}`,
  );
  return [...(typeof kind === 'string' ? [settingWord(kind)] : []), ...settings].join(' ');
}

export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => same(item, b[at]));
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(a[key], b[key]));
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
