import type { OutsideRef, IssueRef } from '../../provenance/ref';
import type { Piece, Revenue, Source } from '../../provenance/source';
import type { Evidence } from '../../signals/signal';
import type { Incident } from './evidence-totals';

/** Evidence by its key where it is an issue of this site, else by what the other tool calls it. */
export function refOf({ key, id, origin }: Evidence): IssueRef | OutsideRef {
  if (key !== undefined) return { key };
  return origin === undefined ? { id } : { id, origin };
}

export function incidentSource({ evidence, severity, assumed }: Incident): Source {
  const piece = { kind: 'incident', ...pieceOf(evidence), severity } as const;
  return assumed ? { ...piece, assumed } : piece;
}

/** `revenue`: what decides how much the customer weighs, where that is to be said. */
export function voiceSource(voice: Evidence, revenue: Revenue | null = null): Source {
  // An incident speaks for itself elsewhere: voices are all that is none.
  const kind = voice.kind === 'incident' ? 'report' : voice.kind;
  const piece = { kind, ...pieceOf(voice) };
  return revenue === null ? piece : { ...piece, revenue };
}

function pieceOf(evidence: Evidence): Piece {
  const { open, at, satisfaction } = evidence;
  const ref = refOf(evidence);
  return satisfaction === undefined ? { ref, open, at } : { ref, open, at, rating: satisfaction };
}
