import { z } from 'zod';
import { dayNumberOf } from '../core/time/utc-day';
import type { KeptEvidence } from '../core/evidence-feeds/kept-evidence';
import { Unavailable } from '../usecases/ports/failures';
import type { StoredEvidence } from '../usecases/ports/evidence';
import { storedText } from './stored-text';

export const EVIDENCE_ENTITY = 'evidence';

/** Attributes are what the indexes sort by (manifest: storage.entities); the rest is one JSON text. */
export interface EvidenceRecord {
  readonly revision: number;
  readonly source: string;
  /** As customers are compared; `-` without one. */
  readonly customer: string;
  /** Days since 1970 when it was raised. */
  readonly raisedDay: number;
  readonly open: boolean;
  readonly body: string;
}

const body = z.object({
  v: z.literal(1),
  kept: z.custom<KeptEvidence>(),
  owes: z.array(z.string()),
});

export function storedOf(record: EvidenceRecord): StoredEvidence {
  const parsed = body.safeParse(JSON.parse(record.body));
  if (!parsed.success)
    throw new Unavailable(
      'A record of evidence was written by another version of Ballast: update the app',
    );
  return { kept: parsed.data.kept, pendingIssues: parsed.data.owes, revision: record.revision };
}

export function recordOf(
  kept: KeptEvidence,
  pendingIssues: readonly string[],
  revision: number,
): EvidenceRecord {
  return {
    revision,
    source: storedText(kept.source),
    customer: storedText(kept.customer.value?.trim().toLowerCase() ?? null),
    raisedDay: dayNumberOf(kept.raised) ?? 0,
    open: kept.state.value.is === 'open',
    body: JSON.stringify({ v: 1, kept, owes: [...pendingIssues] } satisfies z.input<typeof body>),
  };
}
