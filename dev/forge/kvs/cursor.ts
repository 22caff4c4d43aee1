import { z } from 'zod';
import type { Place } from './entity-index';
import type { StorageReadings } from './readings';
import { KvsRefusal } from './refusal';

const MINUTE_MS = 60_000;

/** Where a query goes on: the last place of a page and when it was read, as a text that says nothing to whoever carries it. */
export function cursorTo(place: readonly unknown[], now: number): string {
  return Buffer.from(JSON.stringify([now, ...place])).toString('base64url');
}

const entityPlace = z.tuple([
  z.number(),
  z.string(),
  z.string(),
  z.union([z.string(), z.number(), z.boolean()]),
  z.string(),
]);
const plainPlace = z.tuple([z.number(), z.string()]);

type Ageing = Pick<StorageReadings, 'cursorMinutes'>;

export function placeFrom(cursor: string, indexName: string, now: number, readings: Ageing): Place {
  const [at, index, ...place] = opened(cursor, entityPlace);
  if (index !== indexName) throw refused(`The cursor does not belong to the index ${indexName}.`);
  checkAge(at, now, readings);
  return place;
}

export function keyFrom(cursor: string, now: number, readings: Ageing): string {
  const [at, key] = opened(cursor, plainPlace);
  checkAge(at, now, readings);
  return key;
}

function opened<T>(cursor: string, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) throw refused('The cursor is none that this query gave.');
  return parsed.data;
}

function checkAge(at: number, now: number, { cursorMinutes }: Ageing): void {
  if (cursorMinutes !== null && now - at > cursorMinutes * MINUTE_MS)
    throw refused(`The cursor is older than ${cursorMinutes} minutes.`);
}

function refused(why: string): KvsRefusal {
  return new KvsRefusal(400, 'INVALID_CURSOR', why);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
