import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { overtaken, retryWhenOvertaken } from '../core/attempts/retry-when-overtaken';
import { RECORD_BUDGET, storedTextBytes } from '../core/terms/stored-bytes';
import type { Override } from '../core/overrides/override';
import { summedUpWith } from '../core/terms/summed-up';
import { Unavailable } from '../usecases/ports/failures';
import { readBatch } from './batches';
import { stillSpeaking } from './still-speaking';
import { guarded } from './guarded';
import { replaceIfUnchanged } from './replace-if-unchanged';

export const ATTACHED_ENTITY = 'attached';

/** One record an issue, by its id: queries lag behind writes, and a score must not. */
interface AttachedRecord {
  readonly revision: number;
  readonly body: string;
}

const vote = z.object({ by: z.string(), value: z.number(), at: z.string() });

const day = z.number().int();
const summedUp = z.object({
  kind: z.enum(['incident', 'support', 'report', 'usage']),
  level: z.string().nullable(),
  spans: z.array(z.tuple([day, day, z.number().int().positive()]).readonly()).readonly(),
});

const body = z.object({
  /** Keys of records of evidence. */
  evidence: z.array(z.string()).readonly(),
  /** What made room for them; records that were never full, and those of older versions, have none. */
  summedUp: z.array(summedUp).readonly().default([]),
  overrides: z.array(z.custom<Override>()).readonly(),
  /** By criterion; records from before people could vote have none. */
  votes: z.record(z.string(), z.array(vote).readonly()).default({}),
});
export type Body = z.infer<typeof body>;

const nothing: Body = { evidence: [], summedUp: [], overrides: [], votes: {} };
/** Of several writers at once each tries again with what the other left. */
const TRIES = 5;
/** A key of a record of evidence, with comma and quotation marks as they are written. */
const BYTES_A_KEY = 69;

/** Issues without anything are left out. */
export async function readAttached(
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, Body>> {
  const records = await readBatch<AttachedRecord>(ATTACHED_ENTITY, [...new Set(issueIds)]);
  return new Map([...records].map(([issueId, record]) => [issueId, bodyOf(record)]));
}

/** Applies a change to what stands there; null changes nothing. */
export async function changeAttached(
  issueId: string,
  change: (before: Body) => Body | null | Promise<Body | null>,
): Promise<void> {
  await retryWhenOvertaken(
    TRIES,
    async () => {
      const before = await guarded('reading what is attached to an issue', () =>
        kvs.entity<AttachedRecord>(ATTACHED_ENTITY).get(issueId),
      );
      const wanted = await change(before === undefined ? nothing : bodyOf(before));
      if (wanted === null) return undefined;
      const next = await withRoom(wanted, issueId);
      const record: AttachedRecord = {
        revision: (before?.revision ?? 0) + 1,
        body: JSON.stringify(next),
      };
      const seen = before?.revision ?? null;
      return (await replaceIfUnchanged(slotOf(issueId), record, seen)) ? undefined : overtaken;
    },
    () => {
      throw new Unavailable(`Too many changes at once of what is attached to issue ${issueId}`);
    },
  );
}

/** Once there is no more room, what was resolved longest ago makes some and is summed up: what people say, and what is open, is always kept. */
async function withRoom(wanted: Body, issueId: string): Promise<Body> {
  if (storedTextBytes(wanted) <= RECORD_BUDGET) return wanted;
  const besides = storedTextBytes({ ...wanted, evidence: [] });
  const most = Math.max(0, Math.floor((RECORD_BUDGET / 2 - besides / 2) / BYTES_A_KEY));
  const { keys, silent } = await stillSpeaking(wanted.evidence, most, issueId);
  return { ...wanted, evidence: keys, summedUp: summedUpWith(wanted.summedUp, silent) };
}

function slotOf(issueId: string) {
  const what = `what people and tools said about issue ${issueId}`;
  return { entityName: ATTACHED_ENTITY, key: issueId, what };
}

function bodyOf(record: AttachedRecord): Body {
  const parsed = body.safeParse(JSON.parse(record.body));
  if (!parsed.success)
    throw new Unavailable(
      'What is attached to an issue was written by another version of Ballast: update the app',
    );
  return parsed.data;
}
