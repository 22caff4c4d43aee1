import type { Ledger, LedgerEntry } from '../usecases/ports';
import { packed, unpacked } from './ledger-body';
import { ledgerPage } from './ledger-queries';
import { readBatch, removeBatch } from './batches';
import { replaceAll } from './replace-all';

export const LEDGER_ENTITY = 'ledger';
const DAY_MS = 86_400_000;

/** Attributes are what the indexes sort by (manifest: storage.entities); the rest is one packed text. */
export interface LedgerRecord {
  readonly issueId: string;
  readonly issueKey: string;
  readonly project: string;
  readonly lane: string;
  readonly score: number;
  readonly scoredDay: number;
  readonly wakeDay: number;
  readonly shelf: string;
  readonly revision: number;
  readonly body: string;
}

/** Lane, and score in tenths, of an issue without one: below every other in the index. */
const NO_LANE = 'none';
const NO_SCORE = -1;
/** Time alone moves nothing. */
const NEVER = 2_000_000_000;

export function kvsLedger(): Ledger {
  return {
    async read(issueIds) {
      const records = await readBatch<LedgerRecord>(LEDGER_ENTITY, [...new Set(issueIds)]);
      const entries = [...records].map(([issueId, record]) => ({ issueId, entry: entryOf(record) }));
      // A record in an older format would stand in the way of the one that is made anew.
      await removeBatch(LEDGER_ENTITY, entries.flatMap(({ issueId, entry }) => (entry === null ? [issueId] : [])));
      return new Map(entries.flatMap(({ issueId, entry }) => (entry === null ? [] : [[issueId, entry] as const])));
    },
    write: (entries) => replaceAll(LEDGER_ENTITY, entries.map((entry) => ({ key: entry.issueId, value: recordOf(entry), revision: entry.revision }))),
    remove: (issueIds) => removeBatch(LEDGER_ENTITY, issueIds),
    async bury(issueIds, at) {
      const graves = issueIds.map((issueId) => ({ key: issueId, value: recordOf(grave(issueId, at)), revision: 0 }));
      await replaceAll(LEDGER_ENTITY, graves, { ttl: { value: 1, unit: 'HOURS' } });
    },
    async page(question, cursor) {
      const { records, next } = await ledgerPage(question, cursor);
      return { entries: records.flatMap((record) => entryOf(record) ?? []), next };
    },
  };
}

function recordOf(entry: LedgerEntry): LedgerRecord {
  const { issueId, key, project, open, scoredAt, written, wakeDay, revision } = entry;
  return {
    issueId,
    issueKey: key,
    project,
    lane: open ? (written?.lane ?? NO_LANE) : NO_LANE,
    score: open && written?.score != null ? Math.round(written.score * 10) : NO_SCORE,
    scoredDay: Math.floor(Date.parse(scoredAt) / DAY_MS),
    wakeDay: wakeDay ?? NEVER,
    shelf: open ? 'open' : 'closed',
    revision: revision + 1,
    body: packed(entry),
  };
}

function grave(issueId: string, at: Date): LedgerEntry {
  const moment = at.toISOString();
  return {
    issueId, key: '', project: '', open: false, rubricVersion: 0, rubric: '', gathered: null, wakeDay: null, revision: 0, scoredAt: moment, readAt: moment, updated: moment,
    own: null, written: null, unsure: false, signals: null, blocks: [], blockers: [], feeds: [], evidence: '', owes: [],
  };
}

/** Null for a record in an older format. */
function entryOf(record: LedgerRecord): LedgerEntry | null {
  const body = unpacked(record.body, record.issueId);
  if (body === null) return null;
  const { issueId, issueKey, project, shelf, wakeDay, revision } = record;
  return { issueId, key: issueKey, project, open: shelf === 'open', wakeDay: wakeDay === NEVER ? null : wakeDay, revision, ...body };
}
