import { sameValue } from '../describe/describe-value';
import type { MoveCause, PieceChange } from '../provenance/move-cause';
import type { Noun } from '../provenance/said';
import type { Aged } from '../provenance/place';
import type { Source } from '../provenance/source';
import type { Line, Missing, ScoreCard } from '../score-card/score-card';
import { ratingsBehind } from '../scoring/criteria/from-ratings';

/** The same line of two cards; one of them may lack it. */
export interface Moved {
  readonly was: Line | undefined;
  readonly is: Line | undefined;
  /** The two cards: another of their lines may have named the same piece of evidence already. */
  readonly before: ScoreCard;
  readonly after: ScoreCard;
}

/** What changed in a line: the same for two lines that changed for the same reason. */
export function causeOf({ was, is, before, after }: Moved): MoveCause {
  const pieces = ratingsOn(was, is) ?? piecesOf(was, is, before, after);
  if (pieces !== null) return pieces;
  const line = is ?? was;
  switch (line?.id) {
    case 'urgency':
      return is === undefined ? { kind: 'notUrgent' } : { kind: 'urgent', value: is.value };
    case 'inherited':
      return is === undefined
        ? { kind: 'inheritsNoMore', value: line.value }
        : { kind: 'inherits', value: is.value };
    case 'override':
      if (is === undefined) return { kind: 'moveEnded' };
      return was === undefined || sameValue(was.value, is.value)
        ? { kind: 'movedByPerson', points: is.value }
        : { kind: 'movedByPerson', points: is.value, instead: was.value };
    default:
      return inputChange(
        was,
        is,
        after.missing.find(({ id }) => id === line?.id),
      );
  }
}

/** What became of the ratings behind a line; null for a line that is no rating. */
function ratingsOn(was: Line | undefined, is: Line | undefined): MoveCause | null {
  const [before, after] = [was, is].map((line) =>
    line === undefined ? null : ratingsBehind(line.from),
  );
  if (before == null && after == null) return null;
  const said = { kind: 'ratings', name: nameOf(is ?? was) } as const;
  if (after == null) return { ...said, became: 'gone', count: before ?? 0 };
  if (before == null || before === 0) return { ...said, became: 'first', count: after };
  if (before === after) return { ...said, became: 'changed', count: after };
  return after > before
    ? { ...said, became: 'new', count: after - before }
    : { ...said, became: 'fewer', count: before - after };
}

function inputChange(
  was: Line | undefined,
  is: Line | undefined,
  missing: Missing | undefined,
): MoveCause {
  const name = nameOf(is ?? was);
  const ageing = ageingBetween(was, is);
  if (ageing !== null) return ageing;
  if (isAssumed(was)) return inputChange(undefined, is, missing);
  if (is === undefined || isAssumed(is))
    return missing === undefined
      ? { kind: 'countsNoMore', name }
      : { kind: 'unknown', name, why: missing.why };
  const found = { kind: 'found', name, value: is.value } as const;
  if (was === undefined) return found;
  if (!sameValue(was.value, is.value))
    return { kind: 'changed', name, from: was.value, to: is.value };
  return (was.points ?? was.factor) === (is.points ?? is.factor)
    ? found
    : { ...found, countsDifferently: true };
}

/** The input is the same, and only what time takes from it is another. */
function ageingBetween(was: Line | undefined, is: Line | undefined): MoveCause | null {
  if (was === undefined || is === undefined || !sameValue(was.value, is.value)) return null;
  if (isAssumed(was) !== isAssumed(is)) return null;
  const [before, after] = [agedIn(was), agedIn(is)];
  if ((before?.share ?? 100) === (after?.share ?? 100)) return null;
  const said = { name: nameOf(is), value: is.value };
  return after !== null && after.share < (before?.share ?? 100)
    ? { kind: 'aged', ...said, days: after.days }
    : { kind: 'renewed', ...said };
}

function agedIn(line: Line): Aged | null {
  return line.from.find((source) => source.kind === 'aged') ?? null;
}

/** Nobody gave the input: the line shows what the rubric takes for it meanwhile. */
function isAssumed(line: Line | undefined): boolean {
  return line !== undefined && line.value === null && line.from[0]?.kind === 'assumed';
}

function nameOf(line: Line | undefined): string {
  return line?.label.toLowerCase() ?? '';
}

/** Which pieces of evidence or links came, went or were closed; null where the line lists none, or only counts the rest of them. */
function piecesOf(
  was: Line | undefined,
  is: Line | undefined,
  before: ScoreCard,
  after: ScoreCard,
): MoveCause | null {
  const [then, now] = [listed(was), listed(is)];
  if (then === null || now === null || then.size + now.size === 0) return null;
  const [once, still] = [allListed(before), allListed(after)];
  // Only an open incident is urgent: one that was reopened is new to that line, and not to the issue.
  const came = [...now]
    .filter(([key]) => !then.has(key) && !once.has(key))
    .map(([, piece]) => piece.noun);
  const went = [...then]
    .filter(([key]) => !now.has(key) && !still.has(key))
    .map(([, piece]) => piece.noun);
  const closed = [...new Map([...then, ...now])]
    .filter(([key]) => then.get(key)?.open === true && still.get(key)?.open === false)
    .map(([, piece]) => piece.noun);
  const reopened = [...now]
    .filter(([key, piece]) => piece.open && once.get(key)?.open === false)
    .map(([, piece]) => piece.noun);
  const changes = [
    ...tally(came, 'new'),
    ...tally(reopened, 'reopened'),
    ...tally(closed, 'closed'),
    ...tally(went, 'gone'),
  ];
  if (changes.length > 0) return { kind: 'pieces', changes };
  // The same pieces weigh less as time passes, and otherwise where somebody judged one of them anew.
  if (sameValue(was?.value, is?.value) && (is?.points ?? 0) < (was?.points ?? 0))
    return { kind: 'furtherBack', value: is?.value ?? null };
  return null;
}

/** All pieces that a card's lines name; open where one of the lines says so. */
function allListed({ lines }: ScoreCard): Pieces {
  const all = new Map<string, Piece>();
  for (const line of lines)
    for (const [key, piece] of listed(line) ?? [])
      all.set(key, all.get(key)?.open === true ? { ...piece, open: true } : piece);
  return all;
}

interface Piece {
  readonly noun: Noun;
  readonly open: boolean;
}
type Pieces = ReadonlyMap<string, Piece>;

function listed(line: Line | undefined): Pieces | null {
  const sources = line?.from ?? [];
  if (sources.some(listsMore)) return null;
  const outside = new Map<string, number>();
  return new Map(
    sources.flatMap((source, place) => {
      const piece = pieceIn(source);
      if (piece === null || !('ref' in source || 'piece' in source)) return [];
      if (source.ref !== undefined && 'key' in source.ref)
        return [[source.ref.key, piece] as const];
      // Older records hold no id of evidence from another tool: its kind and day tell it from others, and which one of that day it is.
      const name = `${piece.noun} ${'at' in source ? (source.at ?? place) : place}`;
      const nth = (outside.get(name) ?? 0) + 1;
      outside.set(name, nth);
      return [[`${name} ${nth}`, piece] as const];
    }),
  );
}

function listsMore(source: Source): boolean {
  return source.kind === 'more' || (source.kind === 'recorded' && source.more === true);
}

const NOUNS = {
  incident: 'incident',
  openIncident: 'incident',
  support: 'support ticket',
  report: 'duplicate report',
  usage: 'usage figure',
} as const;

/** Null for what is no piece of evidence and no link. */
function pieceIn(source: Source): Piece | null {
  switch (source.kind) {
    case 'waits':
      return { noun: 'waiting issue', open: true };
    case 'blocks':
      return { noun: 'blocker', open: true };
    case 'linked':
      return { noun: 'linked issue', open: true };
    case 'incident':
    case 'support':
    case 'report':
    case 'usage':
      return { noun: NOUNS[source.kind], open: source.open };
    case 'openIncident':
      return { noun: NOUNS[source.kind], open: true };
    case 'recorded':
      return source.piece ?? null;
    default:
      return null;
  }
}

/** By the noun, in the order of the alphabet. */
function tally(found: readonly Noun[], became: PieceChange['became']): readonly PieceChange[] {
  return [...new Set(found)].sort().map((noun) => ({
    became,
    noun,
    count: found.filter((one) => one === noun).length,
  }));
}

/** Why a card without a score has none. */
export function withoutScore({ horizon, horizonBecause }: ScoreCard): MoveCause {
  return horizon === null ? { kind: 'noScore', because: horizonBecause } : { kind: 'nothingKnown' };
}
