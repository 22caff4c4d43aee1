import type { Said } from '../../provenance/said';
import type { Source } from '../../provenance/source';
import type { Rubric } from '../../rubric/schema/schema';
import type { Evidence } from '../../signals/signal';
import type { EvidenceTotals } from '../evidence/evidence-totals';
import { weighingRevenue } from '../evidence/customer-weight';
import { summedCount, summedOf, summedSource } from '../evidence/summed';
import { incidentSource, voiceSource } from '../evidence/pieces';
import type { CriterionPlan } from './criterion-plan';
import { blank, fromCurve, plainly, type Measured } from './measured';

export function measureIncidents(plan: CriterionPlan, totals: EvidenceTotals): Measured {
  const { incidents, incidentWeight, leftOut } = totals;
  const older = summedOf(totals, 'incident');
  if (incidents.length + older.length === 0) return blank(plan, { kind: 'noIncident' });
  return fromCurve(plan, incidentWeight, () =>
    plainly(incidentsSaid(totals, summedCount(older)), [
      ...incidents.map(incidentSource),
      ...notLookedAt(leftOut.incident),
      ...summedSource(older),
    ]),
  );
}

/** An open incident counts however long ago it was raised. */
export function measureRecurrence(
  plan: CriterionPlan,
  totals: EvidenceTotals,
  days: number,
): Measured {
  const { incidents, leftOut } = totals;
  const recent = incidents.filter((one) => one.evidence.open || one.ageDays <= days);
  const older = summedOf(totals, 'incident', days);
  const count = recent.length + summedCount(older);
  if (count === 0)
    return blank(
      plan,
      incidents.length + summedOf(totals, 'incident').length === 0
        ? { kind: 'noIncident' }
        : { kind: 'incidentsOlder', days },
    );
  return fromCurve(plan, count, () =>
    plainly({ kind: 'recurrence', count, days }, [
      ...recent.map(incidentSource),
      ...notLookedAt(leftOut.incident),
      ...summedSource(older),
    ]),
  );
}

/** Of what was summed up it is not known who spoke: it adds no demand, and the line says so. */
export function measureDemand(
  plan: CriterionPlan,
  totals: EvidenceTotals,
  weights: Rubric['customers'],
): Measured {
  const { voices, customers, demand, leftOut } = totals;
  if (voices.length === 0) return blank(plan, { kind: 'noCustomer' });
  return fromCurve(plan, demand, () => {
    const of = voices.every((voice) => voice.kind === 'support') ? 'ticket' : 'report';
    return plainly({ kind: 'demand', count: distinct(voices), of, customers }, [
      ...voices.map((voice) => voiceSource(voice, weighingRevenue(voice, weights))),
      ...notLookedAt((leftOut.support ?? 0) + (leftOut.report ?? 0)),
      ...(['support', 'report', 'usage'] as const).flatMap((kind) =>
        summedSource(summedOf(totals, kind), false),
      ),
    ]);
  });
}

/** Tickets or duplicates, each counted once however many customers it speaks for. */
export function measureVoices(
  plan: CriterionPlan,
  totals: EvidenceTotals,
  of: 'support' | 'report',
): Measured {
  const wanted = totals.voices.filter((voice) => voice.kind === of);
  const older = summedOf(totals, of);
  const count = distinct(wanted) + summedCount(older);
  if (count === 0) return blank(plan, { kind: 'noVoice', of });
  return fromCurve(plan, count, () =>
    plainly({ kind: 'voices', count, of }, [
      ...wanted.map((voice) => voiceSource(voice)),
      ...notLookedAt(totals.leftOut[of]),
      ...summedSource(older),
    ]),
  );
}

export function measureBlocks(plan: CriterionPlan, blocks: readonly string[]): Measured {
  if (blocks.length === 0) return blank(plan, { kind: 'noneWaits' });
  return fromCurve(plan, blocks.length, () =>
    plainly(
      { kind: 'blocks', count: blocks.length },
      blocks.map((key) => ({ kind: 'waits', ref: { key } })),
    ),
  );
}

export function measureBlockedBy(plan: CriterionPlan, blockers: readonly string[]): Measured {
  if (blockers.length === 0) return blank(plan, { kind: 'noneBlocks' });
  return fromCurve(plan, blockers.length, () =>
    plainly(
      { kind: 'blockedBy', count: blockers.length },
      blockers.map((key) => ({ kind: 'blocks', ref: { key } })),
    ),
  );
}

function notLookedAt(count = 0): readonly Source[] {
  return count === 0 ? [] : [{ kind: 'leftOut', count }];
}

function distinct(voices: readonly Evidence[]): number {
  return voices.length === 1 ? 1 : new Set(voices.map((voice) => voice.id)).size;
}

function incidentsSaid({ incidents, worstOpen }: EvidenceTotals, older: number): Said {
  const count = incidents.length + older;
  if (worstOpen === null) return { kind: 'incidents', count, open: null };
  const { severity } = worstOpen;
  const asBad = incidents.filter((one) => one.evidence.open && one.severity === severity).length;
  return { kind: 'incidents', count, open: { count: asBad, severity } };
}
