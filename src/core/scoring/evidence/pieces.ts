import type { IssueRef, OutsideRef } from '../../provenance/ref';
import type { Revenue, Source } from '../../provenance/source';
import type { Evidence } from '../../signals/signal';
import type { Incident } from './evidence-totals';

/** Evidence by its key where it is an issue of this site, else by what the other tool calls it. */
export function refOf({ key, id, origin }: Evidence): IssueRef | OutsideRef {
  if (key !== undefined) return { key };
  return origin === undefined ? { id } : { id, origin };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type IncidentSource = Extract<Source, { kind: 'incident' }>;
type VoiceSource = Extract<Source, { kind: 'support' | 'report' | 'usage' }>;

/** One for each piece of every line: put together without copies. */
export function incidentSource({ evidence, severity, assumed }: Incident): IncidentSource {
  const { open, at, satisfaction } = evidence;
  const source: Writable<IncidentSource> = {
    kind: 'incident',
    ref: refOf(evidence),
    open,
    at,
    severity,
  };
  if (satisfaction !== undefined) source.rating = satisfaction;
  if (assumed) source.assumed = true;
  return source;
}

/** `revenue`: what decides how much the customer weighs, where that is to be said. */
export function voiceSource(voice: Evidence, revenue: Revenue | null = null): VoiceSource {
  const { kind, open, at, satisfaction } = voice;
  const source: Writable<VoiceSource> = {
    // An incident is a line of its own: voices are all that is none.
    kind: kind === 'incident' ? 'report' : kind,
    ref: refOf(voice),
    open,
    at,
  };
  if (satisfaction !== undefined) source.rating = satisfaction;
  if (revenue !== null) source.revenue = revenue;
  return source;
}
