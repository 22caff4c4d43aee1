/** A rubric as it is being edited: whole, but not yet checked, so every place of it may hold anything. */
export type RubricDocument = Readonly<Record<string, unknown>>;

/** Keys and positions from the document's top. Kept apart, as a customer's name may hold a dot. */
export type Path = readonly (string | number)[];

/** As the core's problems name places: `criteria.2.weight`. */
export function pathText(path: Path): string {
  return path.join('.');
}

export function readAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    document,
  );
}

/** The document with one place changed; `undefined` takes the setting out. Missing parents are made. */
export function writeAt(document: RubricDocument, path: Path, value: unknown): RubricDocument {
  const written = replaced(document, path, value);
  return isRecord(written) ? written : document;
}

function replaced(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    const at = Number(key);
    const next = replaced(whole[at], rest, value);
    return next === undefined
      ? whole.filter((_, place) => place !== at)
      : whole
          .map((item: unknown, place) => (place === at ? next : item))
          .concat(at === whole.length ? [next] : []);
  }
  const record = isRecord(whole) ? whole : {};
  const next = replaced(record[key], rest, value);
  if (next !== undefined) return { ...record, [key]: next };
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== String(key)));
}

export function isRecord(value: unknown): value is RubricDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listAt(document: unknown, path: Path): readonly unknown[] {
  const value = readAt(document, path);
  return Array.isArray(value) ? value : [];
}

export function recordAt(document: unknown, path: Path): RubricDocument {
  const value = readAt(document, path);
  return isRecord(value) ? value : {};
}

export function textAt(document: unknown, path: Path): string {
  const value = readAt(document, path);
  return typeof value === 'string' ? value : '';
}

export function numberAt(document: unknown, path: Path): number | null {
  const value = readAt(document, path);
  return typeof value === 'number' ? value : null;
}

/** The texts of a list, whatever else it may hold. */
export function namesAt(document: unknown, path: Path): readonly string[] {
  return listAt(document, path).filter((name) => typeof name === 'string');
}
