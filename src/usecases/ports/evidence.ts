import type { Override } from '../../core/overrides/override';
import type { KeptEvidence } from '../../core/evidence-feeds/kept-evidence';
import type { Sender } from '../../core/evidence-feeds/senders';
import type { Customer, CustomerTable } from '../../core/signals/recorded';
import type { SummedUp } from '../../core/terms/summed-up';
import type { Votes } from '../../core/ratings/rating';

/** Names one piece of evidence from outside for good. */
export interface EvidenceRef {
  /** Id of the project whose rules tell of it; absent for what tools send. */
  readonly space?: string;
  readonly source: string;
  readonly externalId: string;
}

/** Evidence as it stands in storage. */
export interface StoredEvidence {
  readonly kept: KeptEvidence;
  /** Grows by one with each write: a write that has read an older one does not happen. */
  readonly revision: number;
  /** Ids of issues whose rescoring is not yet on the queue. */
  readonly pendingIssues: readonly string[];
}

/** What people and other tools have attached to an issue: one record, so that scoring reads it at once. */
export interface Attached {
  readonly evidence: readonly KeptEvidence[];
  /** What was resolved so long ago that there is no more room for it beside these pieces. */
  readonly summedUp?: readonly SummedUp[];
  readonly overrides: readonly Override[];
  readonly votes: Votes;
}

export interface Overrides {
  /** The oldest first. */
  of(issueId: string): Promise<readonly Override[]>;
  /** Keeps these in place of `seen`; false when others are kept by now. */
  replace(issueId: string, next: readonly Override[], seen: readonly Override[]): Promise<boolean>;
}

/** Evidence that no Jira link tells of. */
export interface EvidenceRecords {
  read(ref: EvidenceRef): Promise<StoredEvidence | null>;
  /** Writes `next` in place of what was read (null: of nothing); false when somebody else wrote in between. */
  write(
    next: KeptEvidence,
    pendingIssues: readonly string[],
    read: StoredEvidence | null,
  ): Promise<boolean>;
  /** Lists the evidence under an issue, and counts it there no more among what was summed up; without effect when it is listed already. */
  attach(issueId: string, ref: EvidenceRef): Promise<void>;
  /** What is attached to these issues, by issue id; issues without anything are left out. Strongly consistent. */
  ofIssues(issueIds: readonly string[]): Promise<ReadonlyMap<string, Attached>>;
  /**
   * Removes what is attached to an issue. Of each piece of its evidence is left what `restOf` says: null for nothing, the same for all.
   * @throws Unavailable when a piece was reported at the same moment
   */
  removeOf(issueId: string, restOf: (kept: KeptEvidence) => KeptEvidence | null): Promise<void>;
  /** Takes the evidence off an issue's list, or out of what was summed up, which is known only while its record is there; else without effect. */
  detach(issueId: string, ref: EvidenceRef): Promise<void>;
  /**
   * The next hundred pieces, and the rest of their last day, that were raised by a day (whole UTC days since 1970), the earliest first, from
   * a place on that may be kept for as long as one likes (null: the beginning).
   */
  raisedBy(
    untilDay: number,
    place: string | null,
  ): Promise<{ readonly pieces: readonly StoredEvidence[]; readonly next: string | null }>;
  /** @throws Unavailable when one of them was reported meanwhile */
  remove(pieces: readonly StoredEvidence[]): Promise<void>;
  /** Everything that names this customer (`sameName`); may lag behind writes by moments. */
  ofCustomer(customer: string): Promise<readonly KeptEvidence[]>;
}

/** Customers in the order of storage, and the name after which there are more. */
export interface CustomerPage {
  readonly customers: readonly Customer[];
  readonly next: string | null;
}

/** What is known of customers, by `sameName` of their names. */
export interface Customers {
  readonly owed: OwedRescoring;
  read(names: readonly string[]): Promise<CustomerTable>;
  write(customers: readonly Customer[]): Promise<void>;
  /** Grows with each change of the table. */
  revision(): Promise<number>;
  /** Keeps a customer, in place of the one with another name where `was` says one: both at once, or nothing, and false when the table was changed since `seen`. */
  replace(customer: Customer, was: string | null, seen: number): Promise<boolean>;
  /** Those that do not exist are passed over. */
  remove(names: readonly string[]): Promise<void>;
  /** The next by name, in the order of storage, at most a thousand; one written a moment ago may still be missing. */
  page(after: string | null): Promise<CustomerPage>;
  /** Those whose names begin so, in any writing; `more` where there may be more of them than are looked for at once. */
  beginning(
    text: string,
  ): Promise<{ readonly customers: readonly Customer[]; readonly more: boolean }>;
}

/**
 * Whose issues are still to be scored again after a change of the table: one record a change, written before the table and
 * cleared once every issue was looked at, so that a cut loses none.
 */
export interface OwedRescoring {
  /** `names` as `sameName` has them, at most 3,000. */
  keep(id: string, names: readonly string[], at: Date): Promise<void>;
  /** One kept a moment ago may still be missing. */
  all(): Promise<readonly { readonly id: string; /** ISO time. */ readonly at: string }[]>;
  /** Which of these names these records are about. */
  among(ids: readonly string[], names: readonly string[]): Promise<ReadonlySet<string>>;
  clear(ids: readonly string[]): Promise<void>;
}

/** How many payloads from outside were taken and refused, and why; never what they said. */
export interface EvidenceIntake {
  readonly counts: Readonly<Record<string, number>>;
  /** The newest first, at most twenty. */
  readonly refusals: readonly {
    readonly at: string;
    readonly outcome: string;
    readonly reason: string;
  }[];
  /** ISO time of the newest payload that was taken. */
  readonly lastTaken: string | null;
}

/** A payload that came, and what became of it. */
export interface Arrival {
  /** ISO time. */
  readonly at: string;
  readonly outcome: string;
  /** Why it was refused; null for one that was taken. */
  readonly reason: string | null;
  /** Whether anybody may have sent it: nobody's signature was found right. */
  readonly stranger: boolean;
}

export interface EvidenceIntakes {
  read(): Promise<EvidenceIntake>;
  /** Of strangers all are counted as far as one can tell, but few of many cost a write. */
  count(arrival: Arrival): Promise<void>;
}

/** Whose secrets: the id to keep them under, the name to speak of them. */
type Whose = Pick<Sender, 'id' | 'name'>;

/** A service or account at a tool that sends its webhooks here. */
export interface WebhookConnection {
  /** As people tell it from others. */
  readonly name: string;
  /** Made by that tool for one webhook, and shown there once. */
  readonly secret: string;
}

/** The secret that Ballast has made for tools to sign with. */
export interface OwnSecret {
  readonly current: string;
  /** The one before it, which is taken up to a moment (ISO time): until then tools are set up anew, and deliveries on their way arrive. */
  readonly older: { readonly secret: string; readonly until: string } | null;
}

/** The secrets that outside tools sign with: Ballast's own, and what senders with a signature of their own have made. */
export interface EvidenceSecret {
  read(): Promise<OwnSecret | null>;
  /** False when somebody else has replaced it meanwhile. */
  replace(change: (before: OwnSecret | null) => OwnSecret): Promise<boolean>;
  connections(of: Whose): Promise<readonly WebhookConnection[]>;
  /** Changes the newest list of this sender, again for as long as others write in between; what `change` throws changes nothing. */
  changeConnections(
    of: Whose,
    change: (newest: readonly WebhookConnection[]) => readonly WebhookConnection[],
  ): Promise<readonly WebhookConnection[]>;
}
