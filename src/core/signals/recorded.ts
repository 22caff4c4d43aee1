import type { Rubric } from '../rubric/schema/schema';
import { sameName } from '../text/same-name';
import type { Evidence, Signals } from './signal';
import type { Severity } from '../terms/severity';

/** A piece of evidence that no Jira link tells of: another tool sent it, or an automation rule recorded it. */
export interface RecordedEvidence {
  readonly source: string;
  /** An automation rule told of it; absent where a tool did itself. */
  readonly byRule?: true;
  readonly externalId: string;
  /** Key that the issue has now which the piece itself is: null where none that is linked is it; left out where only its id tells. */
  readonly twin?: string | null;
  readonly kind: Evidence['kind'];
  readonly customer: string | null;
  readonly segment: string | null;
  /** Severity in its source's own words (`SEV2`, `P1`, `critical`): the rubric says what they mean. */
  readonly level: string | null;
  /** A figure that the source gives, for instance how many people are affected: shown, never scored. */
  readonly value: number | null;
  readonly open: boolean;
  /** Day (`2026-11-20`, UTC) from which it decays, as `Evidence.at`. */
  readonly at: string;
}

/** What Ballast knows of a customer, whichever evidence names it. */
export interface Customer {
  readonly name: string;
  readonly segment: string | null;
  /** 1 is a customer like any other. */
  readonly weight: number | null;
  /** A year, in any one currency. */
  readonly revenue: number | null;
}

/** Customers by `sameName` of their names. */
export type CustomerTable = ReadonlyMap<string, Customer>;

/** The signals with what was recorded beside the links; the order in which it was recorded changes nothing. */
export function withRecorded(
  signals: Signals,
  recorded: readonly RecordedEvidence[],
  rubric: Rubric,
): Signals {
  if (recorded.length === 0) return signals;
  const sorted = withoutHearsay(recorded).toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const twinOf =
    ({ kind, externalId, twin = externalId }: RecordedEvidence) =>
    (piece: Evidence): boolean =>
      piece.kind === kind &&
      piece.key !== undefined &&
      twin !== null &&
      sameName(piece.key) === sameName(twin);
  const twins = sorted.filter((one) => signals.evidence.some(twinOf(one)));
  const pieces = sorted.filter((one) => !twins.includes(one)).map((one) => evidenceOf(one, rubric));
  return {
    ...signals,
    evidence: [
      ...twins.reduce(
        (evidence, one) => withCustomerOf(one, evidence, twinOf(one)),
        signals.evidence,
      ),
      ...pieces,
    ],
  };
}

/** What a tool tells of its own piece counts once, and not as a rule has it besides. */
function withoutHearsay(recorded: readonly RecordedEvidence[]): readonly RecordedEvidence[] {
  const ofTools = new Set(recorded.flatMap((one) => (one.byRule === true ? [] : [idOf(one)])));
  const rules = new Map(
    recorded.flatMap((one) =>
      one.byRule === true && !ofTools.has(idOf(one)) ? [[idOf(one), one] as const] : [],
    ),
  );
  return [...recorded.filter(({ byRule }) => byRule !== true), ...rules.values()];
}

/** What was recorded of an issue that is linked is no second piece: Jira knows it better, but for who was affected. */
function withCustomerOf(
  { customer, segment }: RecordedEvidence,
  evidence: readonly Evidence[],
  isTwin: (piece: Evidence) => boolean,
): readonly Evidence[] {
  const [first] = evidence.filter(isTwin);
  if (
    customer === null ||
    first === undefined ||
    evidence.some(
      (piece) =>
        isTwin(piece) &&
        piece.customer !== undefined &&
        sameName(piece.customer) === sameName(customer),
    )
  )
    return evidence;
  const named: Evidence = { ...first, customer, ...(segment === null ? {} : { segment }) };
  return first.customer === undefined
    ? evidence.map((piece) => (piece === first ? named : piece))
    : [...evidence, named];
}

/** Segment, and weight or revenue, of every customer that the table knows. What a piece of evidence says of its own segment counts first. */
export function withCustomers(signals: Signals, customers: CustomerTable): Signals {
  if (customers.size === 0 || signals.evidence.every(({ customer }) => customer === undefined))
    return signals;
  return { ...signals, evidence: signals.evidence.map((piece) => ofCustomer(piece, customers)) };
}

function ofCustomer(piece: Evidence, customers: CustomerTable): Evidence {
  const known = piece.customer === undefined ? undefined : customers.get(sameName(piece.customer));
  if (known === undefined) return piece;
  const segment = piece.segment ?? known.segment;
  return { ...piece, ...(segment === null ? {} : { segment }), ...inOwnRight(known) };
}

/** Revenue is kept whether or not the rubric asks for it: a draft that does is then previewed without reading anything. */
function inOwnRight({ weight, revenue }: Customer): Pick<Evidence, 'weight' | 'revenue'> {
  if (weight !== null) return { weight };
  return revenue === null ? {} : { revenue };
}

function evidenceOf(
  { source, externalId, kind, customer, segment, level, value, open, at }: RecordedEvidence,
  rubric: Rubric,
): Evidence {
  const severity = kind === 'incident' && level !== null ? severityCalled(level, rubric) : null;
  const figure = value === null ? '' : `, ${value}`;
  return {
    kind,
    id: idOf({ source, externalId }),
    origin: `${source} ${externalId}${figure}`,
    open,
    at,
    ...(customer === null ? {} : { customer }),
    ...(segment === null ? {} : { segment }),
    ...(severity === null ? {} : { severity }),
  };
}

function idOf({ source, externalId }: Pick<RecordedEvidence, 'source' | 'externalId'>): string {
  return `${source}:${externalId}`;
}

/** Null for a level that the rubric has no word for. */
export function severityCalled(
  level: string,
  { evidence: { incidents } }: Rubric,
): Severity | null {
  const wanted = sameName(level);
  const found = [
    ...Object.entries(incidents.severityNames),
    ...Object.entries(incidents.severityByPriority),
  ].find(([name]) => sameName(name) === wanted);
  return found?.[1] ?? null;
}
