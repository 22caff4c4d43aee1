import type { Rubric } from '../../rubric/schema/schema';
import type { Evidence, LeftOut, Signals } from '../../signals/signal';
import type { Severity } from '../../terms/severity';
import { sameName } from '../../text/same-name';
import { customerWeight } from './customer-weight';
import { dayNumberOf } from '../../time/utc-day';

/** What an issue's evidence adds up to at a moment. */
export interface EvidenceTotals {
  readonly incidents: readonly Incident[];
  /** Σ severity weight × decay over distinct incidents. */
  readonly incidentWeight: number;
  readonly worstOpen: Incident | null;
  /** Σ over customers of each one's strongest evidence. */
  readonly demand: number;
  readonly customers: number;
  /** Customers with something still open. */
  readonly openCustomers: number;
  readonly voices: readonly Evidence[];
  readonly breached: readonly Evidence[];
  /** What was not looked at. */
  readonly leftOut: LeftOut;
  /** What is known of resolved pieces that are beside these. */
  readonly summedUp: readonly Summed[];
}

/** Pieces of one kind that were resolved at about one time. */
export interface Summed {
  readonly kind: Evidence['kind'];
  readonly count: number;
  /** Whole UTC days since 1970: when the last of them was resolved. */
  readonly day: number;
  readonly ageDays: number;
}

type WeighedSignals = Pick<Signals, 'evidence' | 'leftOut' | 'beyondRoom' | 'summedUp'>;

export interface Incident {
  readonly evidence: Evidence;
  readonly severity: Severity;
  /** Severity not given: the rubric's is taken. */
  readonly assumed: boolean;
  readonly ageDays: number;
}

const silence: EvidenceTotals = {
  incidents: [],
  incidentWeight: 0,
  worstOpen: null,
  demand: 0,
  customers: 0,
  openCustomers: 0,
  voices: [],
  breached: [],
  leftOut: {},
  summedUp: [],
};

export function weighEvidence(
  { evidence, leftOut = silence.leftOut, beyondRoom, summedUp = [] }: WeighedSignals,
  rubric: Rubric,
  today: number,
): EvidenceTotals {
  if (evidence.length === 0 && summedUp.length === 0) return silence;
  const settings = rubric.evidence;
  const incidents = new Map<string, Incident>();
  const strongest = new Map<string, number>();
  const open = new Set<string>();
  const voices: Evidence[] = [];
  for (const piece of evidence) {
    if (piece.open && piece.customer !== undefined) open.add(sameName(piece.customer));
    if (piece.kind === 'incident') {
      const severity = piece.severity ?? settings.incidents.assumedSeverity;
      incidents.set(piece.id, {
        evidence: piece,
        severity,
        assumed: piece.severity === undefined,
        ageDays: ageOf(piece, today),
      });
      continue;
    }
    voices.push(piece);
    const who = piece.customer === undefined ? `#${piece.id}` : sameName(piece.customer);
    const strength =
      settings.strength[piece.kind] *
      customerWeight(piece, rubric.customers) *
      displeasure(piece, rubric) *
      decay(piece, settings.halfLifeDays, today);
    strongest.set(who, Math.max(strength, strongest.get(who) ?? 0));
    if (piece.open && piece.customer === undefined) open.add(who);
  }
  const list = [...incidents.values()].sort(
    (a, b) => Number(b.evidence.open) - Number(a.evidence.open) || a.severity - b.severity,
  );
  return {
    incidents: list,
    incidentWeight: total([
      ...list.map(
        (one) =>
          settings.incidents.weights[one.severity] *
          decay(one.evidence, settings.halfLifeDays, today),
      ),
      ...summedUp.flatMap(({ kind, severity, spans }) =>
        kind !== 'incident'
          ? []
          : spans.map(
              ([, until, count]) =>
                count *
                settings.incidents.weights[severity ?? settings.incidents.assumedSeverity] *
                faded(today - until, settings.halfLifeDays),
            ),
      ),
    ]),
    worstOpen: list[0]?.evidence.open === true ? list[0] : null,
    demand: total([...strongest.values()]),
    customers: strongest.size,
    openCustomers: open.size,
    voices,
    breached: evidence.filter((piece) => piece.open && piece.slaBreached === true),
    leftOut: beyondRoom === undefined ? leftOut : both(leftOut, beyondRoom),
    summedUp: summedUp.flatMap(({ kind, spans }) =>
      spans.map(([, day, count]) => ({ kind, count, day, ageDays: Math.max(0, today - day) })),
    ),
  };
}

function both(one: LeftOut, other: LeftOut): LeftOut {
  const kinds = [...Object.keys(one), ...Object.keys(other)] as (keyof LeftOut)[];
  return Object.fromEntries(kinds.map((kind) => [kind, (one[kind] ?? 0) + (other[kind] ?? 0)]));
}

function ageOf(piece: Evidence, today: number): number {
  return Math.max(0, today - (dayNumberOf(piece.at) ?? today));
}

function decay(piece: Evidence, halfLifeDays: number, today: number): number {
  return piece.open ? 1 : faded(ageOf(piece, today), halfLifeDays);
}

function faded(ageDays: number, halfLifeDays: number): number {
  return 2 ** (-Math.max(0, ageDays) / halfLifeDays);
}

/** Who was left unsatisfied counts more, never less. */
function displeasure({ satisfaction }: Evidence, { evidence: { support } }: Rubric): number {
  return satisfaction !== undefined && satisfaction <= support.satisfaction.atMost
    ? support.satisfaction.weight
    : 1;
}

/** In whole millionths, so that neither the order nor one more piece of evidence can cost the last digit. */
function total(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + Math.round(part * 1e6), 0) / 1e6;
}
