import { votesBehind } from '../scoring/criteria/from-ratings';
import { readPiece } from '../scoring/evidence/piece-words';
import type { Line, Missing, ScoreCard } from '../score-card/score-card';
import { counted } from '../text/wording';

/** The same line of two cards; one of them may lack it. */
export interface Change {
  readonly was: Line | undefined;
  readonly is: Line | undefined;
  /** The two cards: another of their lines may have named the same piece of evidence already. */
  readonly before: ScoreCard;
  readonly after: ScoreCard;
}

/** What changed in a line, in words that two lines share when they changed for the same reason. */
export function causeOf({ was, is, before, after }: Change): string {
  const line = is ?? was;
  if (line === undefined) return '';
  const votes = votesOn(was, is);
  if (votes !== null) return votes;
  const pieces = piecesOf(was, is, before, after);
  if (pieces !== null) return pieces;
  switch (line.id) {
    case 'urgency':
      return is === undefined ? 'no longer urgent' : String(is.value);
    case 'inherited':
      return is === undefined
        ? `no longer inherits from ${was?.value ?? 'what it blocked'}`
        : `inherits from ${is.value ?? 'what it blocks'}`;
    case 'override':
      return is === undefined
        ? 'the override of the score ended'
        : `a person moved it by ${is.value ?? ''}${was === undefined || was.value === is.value ? '' : ` instead of ${was.value ?? ''}`}`;
    default:
      return valueWords(
        was,
        is,
        after.missing.find(({ id }) => id === line.id),
      );
  }
}

/** What became of the votes behind a line, without their values: who has not voted yet reads this too. */
function votesOn(was: Line | undefined, is: Line | undefined): string | null {
  const [before, after] = [was, is].map((line) =>
    line === undefined ? null : votesBehind(line.from),
  );
  if (before == null && after == null) return null;
  const name = (is ?? was)?.label.toLowerCase() ?? '';
  if (after == null) return `votes on ${name} no longer count`;
  if (before == null || before === 0) return `${counted(after, 'vote')} on ${name}`;
  if (before === after) return `votes on ${name} changed`;
  return after > before
    ? `${counted(after - before, 'new vote')} on ${name}`
    : `${counted(before - after, 'vote')} on ${name} expired or taken back`;
}

function valueWords(
  was: Line | undefined,
  is: Line | undefined,
  missing: Missing | undefined,
): string {
  const name = (is ?? was)?.label.toLowerCase() ?? '';
  if (is === undefined)
    return missing === undefined ? `${name} no longer counts` : `${name} unknown: ${missing.why}`;
  const value = said(is);
  if (was === undefined) return named(name, value);
  if (was.value === is.value)
    return (was.points ?? was.factor) === (is.points ?? is.factor)
      ? named(name, value)
      : `${named(name, value)} counts differently`;
  return selfSpeaking(value) && selfSpeaking(said(was))
    ? `${said(was)} → ${value}`
    : `${name} ${said(was)} → ${value}`;
}

/** `2 incidents in 90 days` needs no name before it. */
function selfSpeaking(value: string): boolean {
  return /^\d+ \D/.test(value);
}

function named(name: string, value: string): string {
  return selfSpeaking(value) ? value : `${name} ${value}`;
}

function said({ value }: Line): string {
  return value === null || value === 0 ? 'none' : String(value);
}

/** Which pieces of evidence or links came, went or were closed; null where the line lists none, or only counts the rest of them. */
function piecesOf(
  was: Line | undefined,
  is: Line | undefined,
  before: ScoreCard,
  after: ScoreCard,
): string | null {
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
  const words = [
    ...tally(came, 'new'),
    ...tally(reopened, 'reopened'),
    ...tally(closed, 'closed'),
    ...tally(went, 'gone'),
  ];
  if (words.length > 0) return words.join(' and ');
  // The same pieces weigh less as time passes, and otherwise where somebody judged one of them anew.
  if (was?.value === is?.value && (is?.points ?? 0) < (was?.points ?? 0))
    return `${said(is ?? emptyLine)} lie further back`;
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
  readonly noun: string;
  readonly open: boolean;
}
type Pieces = ReadonlyMap<string, Piece>;

function listed(line: Line | undefined): Pieces | null {
  const sources = line?.from ?? [];
  if (sources.some(({ text }) => /^and \d+ more$/.test(text))) return null;
  const keyless = new Map<string, number>();
  return new Map(
    sources.flatMap(({ key, text, at }, place) => {
      const piece = readPiece(text.replace(/^open (SEV\d incident)$/, '$1, open'));
      if (piece === null || key !== undefined)
        return piece === null || key === undefined ? [] : [[key, piece] as const];
      // Evidence from another tool has no key: its kind and day tell it from others, and which one of that day it is.
      const name = `${piece.noun} ${at ?? place}`;
      const nth = (keyless.get(name) ?? 0) + 1;
      keyless.set(name, nth);
      return [[`${name} ${nth}`, piece] as const];
    }),
  );
}

const emptyLine: Line = {
  id: '',
  pillar: null,
  label: '',
  value: null,
  points: null,
  weight: null,
  contribution: 0,
  from: [],
};

/** `2 new incidents`, `1 support ticket closed`. */
function tally(
  found: readonly string[],
  what: 'new' | 'reopened' | 'closed' | 'gone',
): readonly string[] {
  return [...new Set(found)].sort().map((noun) => {
    const count = found.filter((one) => one === noun).length;
    return what === 'new' || what === 'reopened'
      ? counted(count, `${what} ${noun}`)
      : `${counted(count, noun)} ${what}`;
  });
}

/** Why a card without a score has none. */
export function withoutScore(card: ScoreCard): string {
  return card.horizon === null ? card.horizonBecause : 'nothing is known of it any more';
}
