import type { ScoreCard } from '../../core/score-card/score-card';
import { waitingOn } from '../../core/overrides/overrides-in-force';
import { bandOf } from '../../core/lanes/band';
import type { FieldChange, FieldValues } from '../ports/field-writer';
import type { LedgerEntry } from '../ports/world';
import type { RubricInForce } from '../rubric/in-force';

/** What scoring one issue came to. */
export interface Result {
  readonly entry: LedgerEntry;
  readonly inForce: RubricInForce;
  readonly before: LedgerEntry | null;
  /** Null while the issue is closed. */
  readonly card: ScoreCard | null;
  /** The Jira fields that need writing; null when all of them stand already. */
  readonly change: FieldChange | null;
  /** Whether the ledger's record needs writing. */
  readonly touched: boolean;
  /** Read before what the ledger already knows: shown, but never written. */
  readonly stale: boolean;
  /** In a project that is only tried out: kept, but nothing of it is written to Jira. */
  readonly pilot: boolean;
}

/** Whether every difference is written, or only one that people see: another whole number, band, lane or horizon. */
export type Writing = 'always' | 'when it shows';

export function resultOf(
  own: LedgerEntry,
  card: ScoreCard | null,
  known: LedgerEntry | undefined,
  inForce: RubricInForce,
  writing: Writing = 'always',
): Result {
  // Nothing is known but that there is a record, which the new one replaces.
  const before = known === undefined || known.unreadable === true ? null : known;
  // Null when nobody knows what stands in Jira: unsure, or never scored as far as the ledger tells, which can have forgotten.
  const standing = before?.unsure === true ? null : (before?.written ?? null);
  const keep =
    card !== null &&
    writing === 'when it shows' &&
    standing !== null &&
    looksLike(card, standing, inForce);
  const written = card === null ? (before?.written ?? null) : keep ? standing : valuesOf(card);
  const entry = {
    ...own,
    written,
    unsure: card === null && before?.unsure === true,
    revision: known?.revision ?? 0,
  };
  return {
    entry,
    inForce,
    before,
    card,
    change: card === null || written === null ? null : changeOf(own.issueId, written, standing),
    // A closed issue too: who read it while it was still open must find it overtaken.
    touched: before === null || statement(before) !== statement(entry),
    stale:
      before !== null &&
      (Date.parse(own.updated) < Date.parse(before.updated) || own.readAt < before.readAt),
    pilot: false,
  };
}

/**
 * The result in a project that is only tried out. The ledger keeps what would be written, and that nobody knows what stands in
 * Jira: whoever scores once the pilot is over writes all of it.
 */
export function inPilot(result: Result): Result {
  const { before, card, entry: given } = result;
  const entry = { ...given, unsure: given.unsure || card !== null };
  return {
    ...result,
    entry,
    change: null,
    touched: before === null || statement(before) !== statement(entry),
    pilot: true,
  };
}

/** The result as it is when something else stands in Jira's fields than the ledger remembers. */
export function standingAt(result: Result, standing: FieldValues): Result {
  if (result.card === null || result.pilot) return result;
  const change = changeOf(result.entry.issueId, valuesOf(result.card), standing);
  return { ...result, change, touched: result.touched || change !== null };
}

function looksLike(
  { score, band, lane, horizon, reasons }: ScoreCard,
  standing: FieldValues,
  { rubric }: RubricInForce,
): boolean {
  if (
    (score === null) !== (standing.score === null) ||
    lane !== standing.lane ||
    horizon !== standing.horizon
  )
    return false;
  if (standingIn(reasons) !== standingIn(standing.reasons ?? '')) return false;
  return (
    score === null ||
    standing.score === null ||
    (Math.round(score) === Math.round(standing.score) && band === bandOf(standing.score, rubric))
  );
}

/** Of work that would be for later anyway, only the reasons say that it is paused. */
function standingIn(reasons: string): string | undefined {
  return /^(paused|declined) until \S+/u.exec(reasons)?.[0];
}

function valuesOf({ score, lane, horizon, reasons }: ScoreCard): FieldValues {
  return { score, lane, horizon, reasons: reasons === '' ? null : reasons };
}

/** Of what nobody knows every field is written, also those that come to be empty. Closing an issue leaves its fields as they stood: they say by what it was last judged. */
function changeOf(
  issueId: string,
  after: FieldValues,
  before: FieldValues | null,
): FieldChange | null {
  const names = Object.keys(after) as (keyof FieldValues)[];
  const changed = names.filter((name) => before === null || after[name] !== before[name]);
  return changed.length === 0
    ? null
    : { issueId, values: Object.fromEntries(changed.map((name) => [name, after[name]])) };
}

/**
 * What of an entry makes a difference: not the moments of scoring and of the last edit, as writing a field is an edit too. In
 * an order of its own: a record that comes back from storage need not keep that of its properties.
 */
function statement({
  key,
  project,
  open,
  unsure,
  rubric,
  gathered,
  scoredAt,
  wakeDay,
  own,
  written,
  signals,
  blocks,
  blockers,
  feeds,
  evidence,
  owes,
}: LedgerEntry): string {
  const figures = [
    own?.score,
    own?.low,
    own?.high,
    written?.score,
    written?.lane,
    written?.horizon,
    written?.reasons,
  ];
  // What lapsed since is told once: then the moment of scoring counts too.
  const waiting = waitingOn(signals?.overrides ?? [], scoredAt.slice(0, 10)).length;
  return JSON.stringify([
    key,
    project,
    open,
    unsure,
    rubric,
    gathered,
    wakeDay,
    waiting,
    figures,
    signals,
    blocks,
    blockers,
    feeds,
    evidence,
    owes,
  ]);
}
