import { sameName } from '../../../../../../../src/core/text/same-name';
import {
  listAt,
  numberAt,
  recordAt,
  textAt,
  writeAt,
  type RubricDocument,
} from '../../draft/document-path';
import { withoutItem } from '../fields/reorder-list';

export type Side = 'rows' | 'columns';

/** As the checks allow. */
export const MOST_PLACES = 20;

/** What the places 1, 2, 3 … of a side are called by its criterion, each by none, one or several names. */
export function placesOf(document: RubricDocument, side: Side): readonly (readonly string[])[] {
  const names = Object.entries(
    recordAt(document, ['criteria', criterionOf(document, side), 'curve', 'names']),
  );
  return Array.from({ length: lengthOf(document, side) }, (_, at) =>
    names.flatMap(([name, place]) => (place === at + 1 ? [name] : [])),
  );
}

/** Whether its criterion counts as many places as the table has. */
export function fits(document: RubricDocument, side: Side): boolean {
  const curve = ['criteria', criterionOf(document, side), 'curve'];
  return (
    textAt(document, [...curve, 'kind']) === 'amount' &&
    numberAt(document, [...curve, 'min']) === 1 &&
    numberAt(document, [...curve, 'max']) === lengthOf(document, side)
  );
}

/** The criterion as the table is: an amount with a number for each of the table's places. Options that had points before keep their order. */
export function fitted(document: RubricDocument, side: Side): RubricDocument {
  const known = placesOf(document, side);
  const points = Object.entries(
    recordAt(document, ['criteria', criterionOf(document, side), 'curve', 'values']),
  ).filter((one): one is [string, number] => typeof one[1] === 'number');
  const ordered = points.sort(([, a], [, b]) => a - b).map(([name]) => name);
  return named(
    document,
    side,
    known.some((names) => names.length > 0)
      ? known
      : known.map((_, at) => ordered.slice(at, at + 1)),
  );
}

/** One more at the end, where everything counts as it did at the last place until somebody says otherwise. */
export function withPlaceAdded(document: RubricDocument, side: Side): RubricDocument {
  const places = placesOf(document, side);
  const cells = listAt(document, ['method', 'cells']).map((row) => listAt(row, []));
  const longer =
    side === 'rows'
      ? [...cells, cells.at(-1) ?? []]
      : cells.map((row) => [...row, row.at(-1) ?? '']);
  return named(writeAt(document, ['method', 'cells'], longer), side, [
    ...places,
    [freshName(places, side)],
  ]);
}

/** What had that place is no answer any more; whatever comes after it moves up. */
export function withoutPlace(document: RubricDocument, side: Side, at: number): RubricDocument {
  const places = placesOf(document, side);
  const cells = listAt(document, ['method', 'cells']).map((row) => listAt(row, []));
  const shorter =
    side === 'rows' ? withoutItem(cells, at) : cells.map((row) => withoutItem(row, at));
  return named(writeAt(document, ['method', 'cells'], shorter), side, withoutItem(places, at));
}

/** Null where another place is called so already. Other names of the place stay. */
export function withPlaceRenamed(
  document: RubricDocument,
  side: Side,
  at: number,
  name: string,
): RubricDocument | null {
  const places = placesOf(document, side);
  if (
    places.some((names, place) =>
      names.some((one, n) => sameName(one) === sameName(name) && !(place === at && n === 0)),
    )
  )
    return null;
  return named(
    document,
    side,
    places.map((names, place) => (place === at ? [name, ...names.slice(1)] : names)),
  );
}

/** A result under another name, in the cells as well. */
export function withResultRenamed(
  document: RubricDocument,
  at: number,
  name: string,
): RubricDocument {
  const before = textAt(document, ['method', 'results', at, 'name']);
  const renamed = writeAt(document, ['method', 'results', at, 'name'], name);
  const alone =
    listAt(document, ['method', 'results']).filter((result) => textAt(result, ['name']) === before)
      .length === 1;
  if (!alone) return renamed;
  return writeAt(
    renamed,
    ['method', 'cells'],
    listAt(document, ['method', 'cells']).map((row) =>
      listAt(row, []).map((cell) => (cell === before ? name : cell)),
    ),
  );
}

function named(
  document: RubricDocument,
  side: Side,
  places: readonly (readonly string[])[],
): RubricDocument {
  const at = criterionOf(document, side);
  if (at < 0) return document;
  const curve = recordAt(document, ['criteria', at, 'curve']);
  const amount =
    curve['kind'] === 'amount'
      ? curve
      : {
          kind: 'amount',
          positive: false,
          per: 1,
          blank: curve['blank'] ?? [],
          direction: 'rising',
        };
  const names = Object.fromEntries(
    places.flatMap((own, place) => own.map((name) => [name, place + 1])),
  );
  return writeAt(document, ['criteria', at, 'curve'], {
    ...amount,
    min: 1,
    max: places.length,
    names,
  });
}

function freshName(places: readonly (readonly string[])[], side: Side): string {
  const taken = new Set(places.flat().map(sameName));
  for (let n = places.length + 1; ; n += 1) {
    const name = `${side === 'rows' ? 'Row' : 'Column'} ${n}`;
    if (!taken.has(sameName(name))) return name;
  }
}

function lengthOf(document: RubricDocument, side: Side): number {
  const cells = listAt(document, ['method', 'cells']);
  return side === 'rows'
    ? cells.length
    : Math.max(0, ...cells.map((row) => listAt(row, []).length));
}

function criterionOf(document: RubricDocument, side: Side): number {
  const id = textAt(document, ['method', side]);
  return listAt(document, ['criteria']).findIndex((one) => textAt(one, ['id']) === id);
}
