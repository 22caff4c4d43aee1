/** As evidence has them. */
type Kind = 'incident' | 'support' | 'report' | 'usage';

/** How many pieces were resolved from one day to another, both included, in whole UTC days since 1970. */
export type Span = readonly [since: number, until: number, count: number];

/** Resolved evidence that no list names piece by piece any more, as there are too many. */
export interface SummedUp {
  readonly kind: Kind;
  /** Severity in its source's own words; null without one, and for whatever is too much to be told apart. */
  readonly level: string | null;
  /** The earliest first; none overlaps another. */
  readonly spans: readonly Span[];
}

/** A resolved piece as it is summed up. */
export interface Silent {
  readonly kind: Kind;
  readonly level: string | null;
  /** When it was resolved, in whole UTC days since 1970. */
  readonly day: number;
}

/** All sums of an issue stay below ten kilobytes, however often they are escaped: days by themselves, of all rows together, … */
const MOST_SPANS = 300;
/** … rows, beside one a kind for what has no level, … */
const MOST_ROWS = 12;
/** … and characters of a level. */
const LONGEST_LEVEL = 40;

/** The sums with these pieces: the oldest days are put together where there are too many. */
export function summedUpWith(
  rows: readonly SummedUp[],
  pieces: readonly Silent[],
): readonly SummedUp[] {
  return bounded(pieces.reduce(plusOne, rows));
}

/** The sums without a piece that is listed by itself again, or gone; the same where it was not among them. */
export function summedUpWithout(rows: readonly SummedUp[], piece: Silent): readonly SummedUp[] {
  const counting = rows.filter(
    (one) => one.kind === piece.kind && spanAt(one, piece) !== undefined,
  );
  const row =
    counting.find(({ level }) => level === levelOf(piece)) ??
    counting.find(({ level }) => level === null);
  if (row === undefined) return rows;
  const of = spanAt(row, piece);
  const spans = row.spans.flatMap((span): Span[] => {
    const [since, until, count] = span;
    if (span !== of) return [span];
    return count > 1 ? [[since, until, count - 1]] : [];
  });
  return rows.flatMap((one) =>
    one !== row ? [one] : spans.length === 0 ? [] : [{ ...row, spans }],
  );
}

function plusOne(rows: readonly SummedUp[], piece: Silent): readonly SummedUp[] {
  const { kind, day } = piece;
  const of = (level: string | null) => (row: SummedUp) => row.kind === kind && row.level === level;
  const known = levelOf(piece);
  const level = rows.some(of(known)) || rows.length < MOST_ROWS ? known : null;
  const row = rows.find(of(level)) ?? { kind, level, spans: [] };
  const within = spanAt(row, piece);
  const spans =
    within === undefined
      ? [...row.spans, [day, day, 1] as const].sort(([a], [b]) => a - b)
      : row.spans.map((span): Span => (span === within ? [span[0], span[1], span[2] + 1] : span));
  return [...rows.filter((one) => one !== row), { kind, level, spans }];
}

function spanAt({ spans }: SummedUp, { day }: Silent): Span | undefined {
  return spans.find(([since, until]) => since <= day && day <= until);
}

function levelOf({ kind, level }: Silent): string | null {
  return kind === 'incident' && level !== null && level.length <= LONGEST_LEVEL ? level : null;
}

function bounded(rows: readonly SummedUp[]): readonly SummedUp[] {
  const all = rows.map((row) => ({ ...row, spans: [...row.spans] }));
  const sum = (): number => all.reduce((total, { spans }) => total + spans.length, 0);
  for (let over = sum() - MOST_SPANS; over > 0; over -= 1) {
    const [oldest] = all
      .filter(({ spans }) => spans.length > 1)
      .sort((a, b) => (a.spans[1]?.[1] ?? 0) - (b.spans[1]?.[1] ?? 0));
    const [one, next] = oldest?.spans.splice(0, 2) ?? [];
    if (one === undefined || next === undefined) break;
    oldest?.spans.unshift([one[0], next[1], one[2] + next[2]]);
  }
  return all;
}
