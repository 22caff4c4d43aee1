import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Signals } from '../core/signals/signal';
import type { FieldValues } from '../usecases/ports/field-writer';
import type { LedgerEntry } from '../usecases/ports/world';
import { LEDGER_WORDS } from './ledger-words';

/** Raised when the shape of the body or the words it is packed with change: a record of another version is read as unreadable and made anew. */
const LEDGER_VERSION = '3';

/** What of an entry stands in no attribute. */
export type LedgerBody = Omit<
  LedgerEntry,
  'issueId' | 'key' | 'project' | 'open' | 'wakeDay' | 'revision' | 'unreadable'
>;

const ids = z.array(z.string()).readonly();
const body = z.object({
  at: z.string(),
  ra: z.string(),
  up: z.string(),
  v: z.number(),
  r: z.string(),
  g: z.string().nullable(),
  own: z.object({ score: z.number(), low: z.number(), high: z.number() }).nullable(),
  wr: z.custom<FieldValues>().nullable(),
  /** Left out while it is known what stands in Jira. */
  u: z.literal(1).optional(),
  w: z.tuple([z.string(), z.string()]).optional(),
  sig: z.custom<Signals>().nullable(),
  p: z.record(z.string(), z.number()).optional(),
  b: ids,
  k: ids,
  f: ids,
  e: z.string(),
  o: ids,
});

/**
 * One short text an issue. Signals repeat the same words in every issue, so they are deflated against a list of those words:
 * about a third of the size, whatever the shape of the signals.
 */
export function packed(entry: LedgerBody): string {
  const text = JSON.stringify({
    at: entry.scoredAt,
    ra: entry.readAt,
    up: entry.updated,
    v: entry.rubricVersion,
    r: entry.rubric,
    g: entry.gathered,
    own: entry.own,
    wr: entry.written,
    ...(entry.unsure && { u: 1 as const }),
    ...(entry.wrote !== undefined && { w: [entry.wrote.from, entry.wrote.to] as const }),
    sig: entry.signals,
    ...(entry.lastPoints !== undefined && { p: entry.lastPoints }),
    b: entry.blocks,
    k: entry.blockers,
    f: entry.feeds,
    e: entry.evidence,
    o: entry.pendingDependents,
  } satisfies z.input<typeof body>);
  return (
    LEDGER_VERSION + deflateRawSync(text, { dictionary: LEDGER_WORDS, level: 9 }).toString('base64')
  );
}

/** Null for a record of another version, and for a damaged one: one of them may not stop the work on all others. */
export function unpacked(text: string): LedgerBody | null {
  if (!text.startsWith(LEDGER_VERSION)) return null;
  const parsed = body.safeParse(jsonOf(text.slice(LEDGER_VERSION.length)));
  if (!parsed.success) return null;
  const { at, ra, up, v, r, g, own, wr, u, w, sig, p, b, k, f, e, o } = parsed.data;
  return {
    scoredAt: at,
    readAt: ra,
    updated: up,
    rubricVersion: v,
    rubric: r,
    gathered: g,
    own,
    written: wr,
    unsure: u === 1,
    ...(w !== undefined && { wrote: { from: w[0], to: w[1] } }),
    signals: sig,
    ...(p !== undefined && { lastPoints: p }),
    blocks: b,
    blockers: k,
    feeds: f,
    evidence: e,
    pendingDependents: o,
  };
}

function jsonOf(packedText: string): unknown {
  try {
    return JSON.parse(
      inflateRawSync(Buffer.from(packedText, 'base64'), { dictionary: LEDGER_WORDS }).toString(),
    ) as unknown;
  } catch {
    return undefined;
  }
}
