/** What nobody outside Atlassian knows for certain about the storage: how this store behaves where two readings are possible. */
export interface StorageReadings {
  /** A condition on a key that is absent: `never` holds, whatever it says, or is `judged` as on a record without attributes. */
  readonly absentKey: 'never' | 'judged';
  /** What answers a condition that does not hold: 400 `CONDITIONAL_CHECK_FAILED`, as measured, or a 409 with a code of its own. */
  readonly failedCondition: 400 | 409;
  /** One key in an entity and among the plain keys, within one transaction. */
  readonly sameKeyInTwoSpaces: 'refused' | 'allowed';
  /** Minutes for which a cursor is good; null: for ever. */
  readonly cursorMinutes: number | null;
  /** Empty and blank texts as attributes, and in queries. */
  readonly emptyText: 'refused' | 'kept';
  /** Milliseconds until a query shows a write; `DeliveryFaults.queryLagMs` goes before it. */
  readonly queryLagMs: number;
}

/** The side that refuses more. Queries lag only where a test asks for it, as each then has to wait. */
export const strictReadings: StorageReadings = {
  absentKey: 'never',
  failedCondition: 400,
  sameKeyInTwoSpaces: 'refused',
  cursorMinutes: 10,
  emptyText: 'refused',
  queryLagMs: 0,
};

/** The other side of every switch but the last: lag makes nothing easier. */
export const lenientReadings: StorageReadings = {
  absentKey: 'judged',
  failedCondition: 409,
  sameKeyInTwoSpaces: 'allowed',
  cursorMinutes: null,
  emptyText: 'kept',
  queryLagMs: 0,
};

const otherSide: StorageReadings = { ...lenientReadings, queryLagMs: 1_500 };

/** Strict but for one switch at a time, by the switch's name: what holds under each holds whichever of them is wrong. */
export const readingsByName: Readonly<Record<string, StorageReadings>> = {
  strict: strictReadings,
  lenient: lenientReadings,
  ...Object.fromEntries(
    Object.keys(strictReadings).map((name) => [
      name,
      { ...strictReadings, [name]: otherSide[name as keyof StorageReadings] },
    ]),
  ),
};

/**
 * `strict`, `lenient`, or switches to be turned to their other side, with commas: `absentKey,failedCondition`.
 * @throws naming what is no reading
 */
export function readingsNamed(text: string): StorageReadings {
  return text
    .split(',')
    .map((name) => name.trim())
    .reduce((readings, name) => {
      const found = readingsByName[name];
      if (found === undefined)
        throw new Error(
          `${name} is no reading of the storage: use ${Object.keys(readingsByName).join(', ')}.`,
        );
      if (name === 'strict' || name === 'lenient') return found;
      return { ...readings, [name]: otherSide[name as keyof StorageReadings] };
    }, strictReadings);
}

/** What `FORGE_STORAGE` asks for: a whole run of tests under another reading. */
export function readingsOfRun(env: NodeJS.ProcessEnv): StorageReadings {
  return readingsNamed(env['FORGE_STORAGE'] ?? 'strict');
}
