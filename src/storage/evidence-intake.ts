import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { ownMember } from '../core/terms/own-member';
import { overtaken, retryWhenOvertaken } from '../core/attempts/retry-when-overtaken';
import type { Arrival, EvidenceIntake, EvidenceIntakes } from '../usecases/ports/evidence';
import { readBatch } from './batches';
import { guarded } from './guarded';
import { INTAKE_ENTITY } from './intake-entity';
import { replaceIfUnchanged } from './replace-if-unchanged';

export { INTAKE_ENTITY };

/** The first is where versions before kept everything. Deliveries of a storm rarely meet in one of so many; one read takes them all. */
const SHARDS = Array.from({ length: 16 }, (_, n) => (n === 0 ? 'evidence' : `evidence:${n}`));
const STRANGERS = 'evidence:strangers';
/** Each in another shard. */
const TRIES = 6;

const REFUSALS_KEPT = 20;
/** Whoever sets up a tool sees what became of it, however many strangers come besides. */
const STRANGERS_SHOWN = 5;
/** Strangers within one minute that are each written down; of those after them ever fewer are, standing for ever more. */
const EACH_WRITTEN = 5;

interface IntakeRecord {
  readonly revision: number;
  readonly body: string;
}

const body = z.object({
  counts: z.record(z.string(), z.number()),
  refusals: z.array(z.object({ at: z.string(), outcome: z.string(), reason: z.string() })),
  lastTaken: z.string().nullable(),
  /** Of strangers: the minute (ISO time) of the newest, and how many writes there were in it. */
  minute: z.string().default(''),
  writes: z.number().default(0),
});
type Body = z.infer<typeof body>;
const nothing: Body = { counts: {}, refusals: [], lastTaken: null, minute: '', writes: 0 };

/** `random` (0 up to 1) chooses the counter, and the strangers that are written down. */
export function kvsEvidenceIntake(random: () => number): EvidenceIntakes {
  return {
    async read() {
      const records = await readBatch<IntakeRecord>(INTAKE_ENTITY, [...SHARDS, STRANGERS]);
      const signed = SHARDS.map((key) => bodyOf(records.get(key)));
      const strangers = bodyOf(records.get(STRANGERS));
      return {
        counts: summed([...signed, strangers]),
        refusals: newest([
          ...signed.flatMap(({ refusals }) => refusals),
          ...strangers.refusals.slice(0, STRANGERS_SHOWN),
        ]),
        lastTaken:
          signed
            .flatMap(({ lastTaken }) => lastTaken ?? [])
            .sort()
            .at(-1) ?? null,
      };
    },
    async count(arrival) {
      await (arrival.stranger ? countStranger(arrival, random) : countSigned(arrival, random));
    },
  };
}

/** Not counted where all that were tried were overtaken: the figure is for people to look at. */
async function countSigned(arrival: Arrival, random: () => number): Promise<void> {
  await retryWhenOvertaken<null>(
    TRIES,
    async () => {
      const key = SHARDS[Math.floor(random() * SHARDS.length)] ?? 'evidence';
      return changed(key, (before) => counted(before, arrival, 1));
    },
    () => null,
  );
}

/**
 * After the first in a minute, the next is written down with a chance of a half and counts for two, the one after that with a quarter for
 * four: on the average all are counted, and a million of them cost some twenty writes.
 */
async function countStranger(arrival: Arrival, random: () => number): Promise<void> {
  const minute = arrival.at.slice(0, 16);
  await changed(STRANGERS, (before) => {
    const writes = before.minute === minute ? before.writes : 0;
    const standsFor = 2 ** Math.max(0, writes - EACH_WRITTEN + 1);
    if (random() * standsFor >= 1) return null;
    return { ...counted(before, arrival, standsFor), minute, writes: writes + 1 };
  });
}

async function changed(
  key: string,
  change: (before: Body) => Body | null,
): Promise<null | typeof overtaken> {
  const before = await guarded('reading how many payloads came', () =>
    kvs.entity<IntakeRecord>(INTAKE_ENTITY).get(key),
  );
  const next = change(bodyOf(before));
  if (next === null) return null;
  const written = await replaceIfUnchanged(
    { entityName: INTAKE_ENTITY, key, what: 'how many payloads came' },
    { revision: (before?.revision ?? 0) + 1, body: JSON.stringify(next) },
    before?.revision ?? null,
  );
  return written ? null : overtaken;
}

function counted(before: Body, { at, outcome, reason }: Arrival, times: number): Body {
  const counts = {
    ...before.counts,
    [outcome]: (ownMember(before.counts, outcome) ?? 0) + times,
  };
  if (reason === null) return { ...before, counts, lastTaken: at };
  return { ...before, counts, refusals: newest([{ at, outcome, reason }, ...before.refusals]) };
}

function summed(all: readonly Pick<EvidenceIntake, 'counts'>[]): EvidenceIntake['counts'] {
  const sums = new Map<string, number>();
  for (const [outcome, times] of all.flatMap(({ counts }) => Object.entries(counts)))
    sums.set(outcome, (sums.get(outcome) ?? 0) + times);
  return Object.fromEntries(sums);
}

function newest(refusals: Body['refusals']): Body['refusals'] {
  return refusals
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, REFUSALS_KEPT);
}

function bodyOf(record: IntakeRecord | undefined): Body {
  return record === undefined ? nothing : body.parse(JSON.parse(record.body));
}
