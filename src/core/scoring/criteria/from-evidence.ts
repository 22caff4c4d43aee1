import type { Rubric } from '../../rubric/schema/schema';
import type { Evidence } from '../../signals/signal';
import type { Provenance } from '../../issue/reading';
import { revenueWords } from '../evidence/customer-weight';
import { blank, fromCurve, type Measured } from './measured';
import { blocksIt, pieceWords, waitsForIt } from '../evidence/piece-words';
import type { CriterionPlan } from './criterion-plan';
import type { Incident, Testimony } from '../evidence/evidence-totals';
import { counted } from '../../text/wording';

export function measureIncidents(plan: CriterionPlan, testimony: Testimony): Measured {
  const { incidents, incidentWeight } = testimony;
  if (incidents.length === 0) return blank(plan, 'no incident is linked');
  return fromCurve(plan, incidentWeight, () =>
    said(incidentWords(testimony), incidents.map(incidentSource)),
  );
}

/** An open incident counts however long ago it was raised. */
export function measureRecurrence(
  plan: CriterionPlan,
  { incidents }: Testimony,
  days: number,
): Measured {
  const recent = incidents.filter((one) => one.evidence.open || one.ageDays <= days);
  if (recent.length === 0)
    return blank(
      plan,
      incidents.length === 0
        ? 'no incident is linked'
        : `the linked incidents are older than ${days} days`,
    );
  return fromCurve(plan, recent.length, () =>
    said(`${counted(recent.length, 'incident')} in ${days} days`, recent.map(incidentSource)),
  );
}

export function measureDemand(
  plan: CriterionPlan,
  { voices, customers, demand }: Testimony,
  weights: Rubric['customers'],
): Measured {
  if (voices.length === 0) return blank(plan, 'no customer speaks for it');
  return fromCurve(plan, demand, () => {
    const noun = voices.every((voice) => voice.kind === 'support') ? 'ticket' : 'report';
    return said(
      `${counted(distinct(voices), noun)} from ${counted(customers, 'customer')}`,
      voices.map((voice) => source(voice, pieceWords(voice), revenueWords(voice, weights))),
    );
  });
}

/** Tickets or duplicates, each counted once however many customers it speaks for. */
export function measureVoices(
  plan: CriterionPlan,
  { voices }: Testimony,
  kind: 'support' | 'report',
): Measured {
  const wanted = voices.filter((voice) => voice.kind === kind);
  const noun = kind === 'support' ? 'support ticket' : 'duplicate';
  if (wanted.length === 0) return blank(plan, `no ${noun} is linked`);
  const count = distinct(wanted);
  return fromCurve(plan, count, () => said(counted(count, noun), wanted.map(voiceSource)));
}

export function measureBlocks(plan: CriterionPlan, blocks: readonly string[]): Measured {
  if (blocks.length === 0) return blank(plan, 'nothing waits for it');
  return fromCurve(plan, blocks.length, () =>
    said(
      `blocks ${counted(blocks.length, 'issue')}`,
      blocks.map((key) => ({ text: waitsForIt, key })),
    ),
  );
}

export function measureBlockedBy(plan: CriterionPlan, blockers: readonly string[]): Measured {
  if (blockers.length === 0) return blank(plan, 'nothing blocks it');
  return fromCurve(plan, blockers.length, () =>
    said(
      `blocked by ${counted(blockers.length, 'issue')}`,
      blockers.map((key) => ({ text: blocksIt, key })),
    ),
  );
}

function said(words: string, from: readonly Provenance[]) {
  return { value: words, phrase: words, from };
}

function distinct(voices: readonly Evidence[]): number {
  return voices.length === 1 ? 1 : new Set(voices.map((voice) => voice.id)).size;
}

function incidentWords({ incidents, worstOpen }: Testimony): string {
  if (worstOpen === null) return counted(incidents.length, 'past incident');
  const worst = incidents.filter(
    (one) => one.evidence.open && one.severity === worstOpen.severity,
  ).length;
  const rest = incidents.length - worst;
  return `${worst} open SEV${worstOpen.severity} ${worst === 1 ? 'incident' : 'incidents'}${rest === 0 ? '' : ` and ${rest} more`}`;
}

function incidentSource({ evidence, severity, assumed }: Incident): Provenance {
  return source(evidence, pieceWords(evidence, severity, assumed));
}

function voiceSource(voice: Evidence): Provenance {
  return source(voice, pieceWords(voice));
}

function source(evidence: Evidence, words: string, weighs: string | null = null): Provenance {
  const notes = [
    ...(evidence.origin === undefined ? [] : [evidence.origin]),
    ...(evidence.satisfaction === undefined ? [] : [`rated ${evidence.satisfaction} of 5`]),
    ...(weighs === null ? [] : [weighs]),
  ];
  const text = notes.length === 0 ? words : `${words} (${notes.join(', ')})`;
  return evidence.key === undefined
    ? { text, at: evidence.at }
    : { text, key: evidence.key, at: evidence.at };
}
