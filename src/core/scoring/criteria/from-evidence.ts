import type { Said } from '../../provenance/said';
import type { Source } from '../../provenance/source';
import type { Rubric } from '../../rubric/schema/schema';
import type { Evidence } from '../../signals/signal';
import type { EvidenceTotals } from '../evidence/evidence-totals';
import { weighingRevenue } from '../evidence/customer-weight';
import { incidentSource, voiceSource } from '../evidence/pieces';
import type { CriterionPlan } from './criterion-plan';
import { blank, fromCurve, plainly, type Measured } from './measured';

export function measureIncidents(plan: CriterionPlan, totals: EvidenceTotals): Measured {
  const { incidents, incidentWeight, leftOut } = totals;
  if (incidents.length === 0) return blank(plan, { kind: 'noIncident' });
  return fromCurve(plan, incidentWeight, () =>
    plainly(incidentsSaid(totals), [
      ...incidents.map(incidentSource),
      ...notLookedAt(leftOut.incident),
    ]),
  );
}

/** An open incident counts however long ago it was raised. */
export function measureRecurrence(
  plan: CriterionPlan,
  { incidents, leftOut }: EvidenceTotals,
  days: number,
): Measured {
  const recent = incidents.filter((one) => one.evidence.open || one.ageDays <= days);
  if (recent.length === 0)
    return blank(
      plan,
      incidents.length === 0 ? { kind: 'noIncident' } : { kind: 'incidentsOlder', days },
    );
  return fromCurve(plan, recent.length, () =>
    plainly({ kind: 'recurrence', count: recent.length, days }, [
      ...recent.map(incidentSource),
      ...notLookedAt(leftOut.incident),
    ]),
  );
}

export function measureDemand(
  plan: CriterionPlan,
  { voices, customers, demand, leftOut }: EvidenceTotals,
  weights: Rubric['customers'],
): Measured {
  if (voices.length === 0) return blank(plan, { kind: 'noCustomer' });
  return fromCurve(plan, demand, () => {
    const of = voices.every((voice) => voice.kind === 'support') ? 'ticket' : 'report';
    return plainly({ kind: 'demand', count: distinct(voices), of, customers }, [
      ...voices.map((voice) => voiceSource(voice, weighingRevenue(voice, weights))),
      ...notLookedAt((leftOut.support ?? 0) + (leftOut.report ?? 0)),
    ]);
  });
}

/** Tickets or duplicates, each counted once however many customers it speaks for. */
export function measureVoices(
  plan: CriterionPlan,
  { voices, leftOut }: EvidenceTotals,
  of: 'support' | 'report',
): Measured {
  const wanted = voices.filter((voice) => voice.kind === of);
  if (wanted.length === 0) return blank(plan, { kind: 'noVoice', of });
  const count = distinct(wanted);
  return fromCurve(plan, count, () =>
    plainly({ kind: 'voices', count, of }, [
      ...wanted.map((voice) => voiceSource(voice)),
      ...notLookedAt(leftOut[of]),
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

function incidentsSaid({ incidents, worstOpen }: EvidenceTotals): Said {
  const count = incidents.length;
  if (worstOpen === null) return { kind: 'incidents', count, open: null };
  const { severity } = worstOpen;
  const asBad = incidents.filter((one) => one.evidence.open && one.severity === severity).length;
  return { kind: 'incidents', count, open: { count: asBad, severity } };
}
