import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { overtaken, retryWhenOvertaken } from '../core/attempts/retry-when-overtaken';
import { Unavailable } from '../usecases/ports/failures';
import type { EvidenceIntake, EvidenceIntakes } from '../usecases/ports/evidence';
import { guarded } from './guarded';
import { replaceIfUnchanged } from './replace-if-unchanged';

export const INTAKE_ENTITY = 'intake';
const KEY = 'evidence';
const PLACE = { entityName: INTAKE_ENTITY, key: KEY, what: 'how many payloads came' };
const TRIES = 8;

interface IntakeRecord {
  readonly revision: number;
  readonly body: string;
}

const body = z.object({
  counts: z.record(z.string(), z.number()),
  refusals: z.array(z.object({ at: z.string(), outcome: z.string(), reason: z.string() })),
  lastTaken: z.string().nullable(),
});
const nothing: EvidenceIntake = { counts: {}, refusals: [], lastTaken: null };

export function kvsEvidenceIntake(): EvidenceIntakes {
  return {
    read: async () => intakeOf(await readRecord()),
    update: (change) =>
      retryWhenOvertaken(
        TRIES,
        async () => {
          const before = await readRecord();
          const next = {
            revision: (before?.revision ?? 0) + 1,
            body: JSON.stringify(change(intakeOf(before))),
          };
          const seen = before?.revision ?? null;
          return (await replaceIfUnchanged(PLACE, next, seen)) ? undefined : overtaken;
        },
        () => {
          throw new Unavailable('Too many payloads at once to count them all');
        },
      ),
  };
}

function readRecord(): Promise<IntakeRecord | undefined> {
  return guarded('reading how many payloads came', () =>
    kvs.entity<IntakeRecord>(INTAKE_ENTITY).get(KEY),
  );
}

function intakeOf(record: IntakeRecord | undefined): EvidenceIntake {
  return record === undefined ? nothing : body.parse(JSON.parse(record.body));
}
