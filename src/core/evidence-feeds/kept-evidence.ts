import type { Evidence } from '../signals/signal';
import type { RecordedEvidence } from '../signals/recorded';
import { dayOf } from '../time/utc-day';

/** The newest that was said about one fact, and when it was so, in ms since 1970. */
export interface Said<T> {
  readonly value: T;
  readonly at: number;
}

export interface State {
  readonly is: 'open' | 'resolved' | 'withdrawn';
  /** Merged evidence stops speaking; its issues belong to the piece with this id. */
  readonly mergedInto: string | null;
}

/**
 * Everything reported of one piece of evidence. Each fact keeps its own moment, so that reports may come twice and in any
 * order and always leave the same.
 */
export interface KeptEvidence {
  /**
   * Id of the project whose automation rules told of it: a piece of its own, whatever tools and the rules of other projects call by the
   * same id. Absent of what tools sent, and of everything from before rules had places of their own.
   */
  readonly space?: string;
  /** Of what rules told: ids of the issues for which somebody named it who sees the issue that its id is the key of. */
  readonly linkFor?: readonly string[];
  /** A tool told of it, by the web trigger. Absent in older records, of which nobody knows. */
  readonly from?: 'tool';
  /**
   * Id of the issue whose key its id was when it was first told of: a key may be another issue's later. Absent where there was none, and in
   * older records, which go by the key.
   */
  readonly itself?: string;
  readonly source: string;
  readonly externalId: string;
  readonly kind: Said<Evidence['kind']>;
  readonly state: Said<State>;
  readonly customer: Said<string | null>;
  readonly segment: Said<string | null>;
  readonly level: Said<string | null>;
  readonly value: Said<number | null>;
  /** The earliest day that a report gave. */
  readonly raised: string;
  /** Ids of the issues that the newest complete list named, and of those that others added. */
  readonly listed: Said<readonly string[]>;
  readonly added: readonly string[];
}

/** Ids of the issues that it speaks for, in order. */
export function issuesOf({
  listed,
  added,
}: Pick<KeptEvidence, 'listed' | 'added'>): readonly string[] {
  return [...new Set([...listed.value, ...added])].sort();
}

/** The key that it goes by where it stands for an issue of this site, as any text may be one. */
export function keyOfItself({ externalId }: Pick<KeptEvidence, 'externalId'>): string | null {
  const key = externalId.trim().toUpperCase();
  return /^[A-Z][A-Z0-9_]+-\d+$/u.test(key) ? key : null;
}

/** What it says for its issues; null once it was withdrawn or merged into another. */
export function asRecorded(kept: KeptEvidence): RecordedEvidence | null {
  const { is, mergedInto } = kept.state.value;
  if (is === 'withdrawn' || mergedInto !== null) return null;
  return {
    source: kept.source,
    externalId: kept.externalId,
    kind: kept.kind.value,
    customer: kept.customer.value,
    segment: kept.segment.value,
    level: kept.level.value,
    value: kept.value.value,
    open: is === 'open',
    at: is === 'open' ? kept.raised : dayOf(kept.state.at),
    ...(kept.space !== undefined && { byRule: true }),
  };
}
