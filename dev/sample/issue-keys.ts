import { incidents } from './incidents';
import { seedOf } from './moments';
import { tickets } from './tickets';
import { allWork } from './work';

/** Row id → issue key and id. Numbers grow with the date of creation and leave gaps, where issues were moved or deleted. */
export const sampleIssueKeys: ReadonlyMap<string, { readonly key: string; readonly id: string }> =
  new Map([
    ...numbered(
      'QUAY',
      20_000,
      allWork.map(({ row }) => row),
    ),
    ...numbered('INC', 30_000, incidents),
    ...numbered('SUP', 40_000, tickets),
  ]);

/** The issue key of a row. Throws when no row has that id. */
export function sampleIssueKey(id: string): string {
  const found = sampleIssueKeys.get(id);
  if (found === undefined) throw new Error(`The sample has no row ${id}`);
  return found.key;
}

type Numbered = readonly [string, { readonly key: string; readonly id: string }];

function numbered(
  project: string,
  firstId: number,
  rows: readonly { readonly id: string; readonly age: number }[],
): Numbered[] {
  const oldestFirst = [...rows].sort(
    (one, other) => other.age - one.age || (one.id < other.id ? -1 : 1),
  );
  return oldestFirst.map(({ id }, index) => {
    const number = 3 * index + 1 + (seedOf(id) % 3);
    return [id, { key: `${project}-${number}`, id: String(firstId + number) }];
  });
}
