import type { Evidence } from '../signals/signal';
import { organisationIn } from './organisation';

/** What another tool, or a rule, says at one moment about one piece of evidence. */
export interface Report {
  /** The tool, in small letters: `pagerduty`. */
  readonly source: string;
  /** The tool's own id of the incident, ticket or figure: with the source it names the evidence for good. */
  readonly externalId: string;
  readonly kind: Evidence['kind'];
  /** When the tool says it happened, in ms since 1970: of two reports the later one counts, whichever arrives first. */
  readonly occurred: number;
  /** `null` says nothing about it: what was known stays, and what is new is open. */
  readonly state: 'open' | 'resolved' | 'withdrawn' | null;
  /** Id of the piece that this one was merged into, at the same source. */
  readonly mergedInto: string | null;
  /** Keys of the issues that it speaks for; `whole` says that no other counts any longer. */
  readonly issues: { readonly keys: readonly string[]; readonly whole: boolean };
  /** What the tool calls the things that are affected: a rubric may say which issues stand for them. */
  readonly services: readonly string[];
  /** An organisation: of a person's address only the domain is left. */
  readonly customer: string | null;
  readonly segment: string | null;
  readonly level: string | null;
  readonly value: number | null;
  /** Day it was raised, `2026-11-20`; null when the report does not tell. */
  readonly raised: string | null;
}

/** A payload that was understood. `skipped` counts what is known not to matter: notes, responders, component changes. */
export type Read =
  | {
      readonly ok: true;
      readonly source: string;
      readonly reports: readonly Report[];
      readonly skipped: number;
    }
  | {
      readonly ok: false;
      readonly refused: 'malformed' | 'unknown' | 'hostile';
      /** Says where and what, never the content. */ readonly reason: string;
    };

/** What a vendor's reader leaves to the common defaults; whoever it says is affected, never a person. */
export function aReport(
  said: Pick<Report, 'source' | 'externalId' | 'occurred' | 'state'> & Partial<Report>,
): Report {
  return {
    kind: 'incident',
    mergedInto: null,
    issues: { keys: [], whole: false },
    services: [],
    segment: null,
    level: null,
    value: null,
    raised: null,
    ...said,
    customer: said.customer == null ? null : organisationIn(said.customer),
  };
}
