/** Where in a record an account id stands. */
export interface PersonPlace {
  /**
   * Members from the record down, with dots: `*` for each of a list or object, `user:*` for those that begin so, `#` at the end for the names
   * of members themselves. `key` is the record's key; what is kept as text in `body` is opened.
   */
  readonly path: string;
  /** Who stands there, in words. */
  readonly as: string;
  /** The id is but a part of the text: the group `who`. */
  readonly within?: RegExp;
  /** Of texts that may be something else: only those that this holds for. */
  readonly only?: (text: string, parent: unknown) => boolean;
}

/** A text at a place, with what it stands in and how one gets there. Gives what is to stand there instead. */
type Visit = (text: string, parent: unknown, path: readonly string[]) => string;

interface At {
  readonly parent: unknown;
  readonly path: readonly string[];
}

/** The same value with every text at the place as `visit` gives it. */
export function visited(
  value: unknown,
  { path, within, only }: PersonPlace,
  visit: Visit,
): unknown {
  return stepped(value, path.split('.'), { parent: null, path: [] }, (text, parent, taken) => {
    if (only?.(text, parent) === false) return text;
    if (within === undefined) return visit(text, parent, taken);
    return replacedWithin(text, within, (who) => visit(who, parent, taken));
  });
}

function stepped(value: unknown, rest: readonly string[], at: At, visit: Visit): unknown {
  const [head, ...further] = rest;
  if (head === undefined)
    return typeof value === 'string' ? visit(value, at.parent, at.path) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return head === '*'
      ? value.map((one, n) =>
          stepped(
            one,
            further,
            { parent: holderOf(one, value), path: [...at.path, String(n)] },
            visit,
          ),
        )
      : value;
  if (head === '#')
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [visit(name, value, [...at.path, name]), one]),
    );
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      meets(name, head)
        ? stepped(one, further, { parent: value, path: [...at.path, name] }, visit)
        : one,
    ]),
  );
}

/** A text in a list has the list around it; an object in a list is itself what its members stand in. */
function holderOf(one: unknown, list: unknown): unknown {
  return typeof one === 'object' ? one : list;
}

function meets(name: string, wanted: string): boolean {
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}

/** Each id in the text as `instead` gives it. */
function replacedWithin(text: string, within: RegExp, instead: (who: string) => string): string {
  const parts: string[] = [];
  let behind = 0;
  for (const found of text.matchAll(new RegExp(within.source, 'dgu'))) {
    const [start, end] = found.indices?.groups?.['who'] ?? [0, 0];
    if (end === 0) continue;
    parts.push(text.slice(behind, start), instead(text.slice(start, end)));
    behind = end;
  }
  return behind === 0 ? text : parts.join('') + text.slice(behind);
}
