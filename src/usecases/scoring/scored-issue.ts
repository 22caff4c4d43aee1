import { bandOf } from '../../core/lanes/band';
import { noOverrides, overridesInForce, waitingOn } from '../../core/overrides/overrides-in-force';
import type { ScoreCard } from '../../core/score-card/score-card';
import { dayOf } from '../../core/time/utc-day';
import { changedSince } from './changed-since';
import type { FieldChange, FieldValues } from '../ports/field-writer';
import type { LedgerEntry, RubricInForce, ScoredIssue } from '../ports/world';

/** Whether every difference is written, or only one that people see: another whole number, band, lane or horizon. */
export type Writing = 'always' | 'when it shows';

/** What scoring one issue came to, before it is held against the ledger. */
export interface Scoring {
  /** The record as this scoring makes it, without what it takes over from the one before. */
  readonly own: LedgerEntry;
  readonly card: ScoreCard | null;
  readonly known: LedgerEntry | undefined;
  readonly inForce: RubricInForce;
  readonly earlierCard: ScoredIssue['earlierCard'];
}

export function scoredIssue(
  { own, card, known, inForce, earlierCard }: Scoring,
  writing: Writing = 'always',
): ScoredIssue {
  // Nothing is known but that there is a record, which the new one replaces.
  const before = known === undefined || known.unreadable === true ? null : known;
  // Null when nobody knows what stands in Jira: unsure, or never scored as far as the ledger tells, which can have forgotten.
  const standing = before?.unsure === true ? null : (before?.written ?? null);
  const keep =
    card !== null &&
    writing === 'when it shows' &&
    standing !== null &&
    before !== null &&
    looksLike(card, standing, inForce) &&
    standsAsideAlike(card, before);
  const written = card === null ? (before?.written ?? null) : keep ? standing : valuesOf(card);
  const entry = {
    ...own,
    written,
    unsure: card === null && before?.unsure === true,
    revision: known?.revision ?? 0,
    ...(before?.wrote !== undefined && { wrote: before.wrote }),
  };
  return {
    entry,
    inForce,
    before,
    earlierCard,
    card,
    change: card === null || written === null ? null : changeOf(own.issueId, written, standing),
    // A closed issue too: who read it while it was still open must find it overtaken.
    touched:
      before === null ||
      statement(before) !== statement(entry) ||
      // Who looks is then answered from the ledger, which knows of the edit.
      changedSince(before, own.updated),
    stale:
      before !== null &&
      (Date.parse(own.updated) < Date.parse(before.updated) || own.readAt < before.readAt),
    pilot: false,
  };
}

/**
 * The scored issue in a project that is only tried out. The ledger keeps what would be written, and that nobody knows what stands in
 * Jira: whoever scores once the pilot is over writes all of it.
 */
export function inPilot(scored: ScoredIssue): ScoredIssue {
  const { before, card, entry: given } = scored;
  const entry = { ...given, unsure: given.unsure || card !== null };
  return {
    ...scored,
    entry,
    change: null,
    touched: before === null || statement(before) !== statement(entry),
    pilot: true,
  };
}

/** The scored issue as it is when something else stands in Jira's fields than the ledger remembers. */
export function standingAt(scored: ScoredIssue, standing: FieldValues): ScoredIssue {
  if (scored.card === null || scored.pilot) return scored;
  const change = changeOf(scored.entry.issueId, valuesOf(scored.card), standing);
  return { ...scored, change, touched: scored.touched || change !== null };
}

function looksLike(
  { score, band, lane, horizon }: ScoreCard,
  standing: FieldValues,
  { rubric }: RubricInForce,
): boolean {
  if (
    (score === null) !== (standing.score === null) ||
    lane !== standing.lane ||
    horizon !== standing.horizon
  )
    return false;
  return (
    score === null ||
    standing.score === null ||
    (Math.round(score) === Math.round(standing.score) && band === bandOf(standing.score, rubric))
  );
}

/** Whether it is declined or paused until the same day as it was: of work that would be for later anyway, only the reasons say so. */
function standsAsideAlike({ overrides = noOverrides }: ScoreCard, before: LedgerEntry): boolean {
  if (before.signals === null) return false;
  const was = overridesInForce(before.signals.overrides ?? [], new Date(before.scoredAt));
  if (was.decline?.until !== overrides.decline?.until) return false;
  return overrides.decline !== null || was.pause?.until === overrides.pause?.until;
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

/** Of an entry: moments, as writing a field is an edit too; what another member says already; and what only its words are compared of. */
const SAID_OTHERWISE = [
  'issueId',
  'revision',
  'rubricVersion',
  'scoredAt',
  'readAt',
  'updated',
  'lastPoints',
  'unreadable',
  'own',
  'written',
] as const satisfies readonly (keyof LedgerEntry)[];

/**
 * Everything of an entry that makes a difference, whatever else it comes to hold. In an order of its own: a record that comes back from
 * storage need not keep that of its properties.
 */
function statement(entry: LedgerEntry): string {
  const { own, written, signals, scoredAt } = entry;
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
  const waiting = waitingOn(signals?.overrides ?? [], dayOf(scoredAt)).length;
  const names = (Object.keys(entry) as (keyof LedgerEntry)[]).filter(
    (name) => !SAID_OTHERWISE.some((other) => other === name),
  );
  return JSON.stringify([waiting, figures, ...names.sort().map((name) => [name, entry[name]])]);
}
