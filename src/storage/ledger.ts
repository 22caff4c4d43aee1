import { dayNumberOf } from '../core/time/utc-day';
import type { LedgerRecord } from './ledger-record';
import type { Ledger, LedgerEntry } from '../usecases/ports/world';
import { packed, unpacked } from './ledger-body';
import { judgedAs, ledgerPage } from './ledger-queries';
import { readBatch, removeBatch } from './batches';
import type { Naming, ProjectNames } from './project-names';
import { replaceAll, type Learnt } from './replace-all';
import { storedText, textOf } from './stored-text';

export const LEDGER_ENTITY = 'ledger';

/** Lane, and score in tenths, of an issue without one: below every other in the index. */
const NO_LANE = 'none';
const NO_SCORE = -1;
const TOMBSTONE_KEPT = { ttl: { value: 1, unit: 'HOURS' } } as const;
/** Time alone moves nothing. */
const NEVER = 2_000_000_000;

const SCORES = { entityName: LEDGER_ENTITY, what: 'the score' };

/** Learns for as long as the instance lives, one invocation, how first records are made on this site. */
export function kvsLedger(names: ProjectNames): Ledger {
  const learnt: Learnt = { createsAlone: false };
  return {
    async read(issueIds) {
      const records = await readBatch<LedgerRecord>(LEDGER_ENTITY, [...new Set(issueIds)]);
      if (records.size === 0) return new Map();
      const naming = await names.of();
      return new Map([...records].map(([issueId, record]) => [issueId, entryOf(record, naming)]));
    },
    async write(entries) {
      if (entries.length === 0) return [];
      const naming = await names.toWrite(entries.map(({ project }) => project));
      return replaceAll(
        SCORES,
        entries.map((entry) => ({
          key: entry.issueId,
          value: recordOf(entry, naming),
          revision: entry.revision,
        })),
        learnt,
      );
    },
    remove: (issueIds) => removeBatch(LEDGER_ENTITY, issueIds),
    async keepTombstones(issueIds, at) {
      if (issueIds.length === 0) return;
      const naming = await names.of();
      const tombstones = issueIds.map((issueId) => ({
        key: issueId,
        value: recordOf(tombstone(issueId, at), naming),
        revision: 0,
      }));
      await replaceAll({ ...SCORES, options: TOMBSTONE_KEPT }, tombstones, learnt);
    },
    async page(question, cursor) {
      const naming = await names.of('project' in question ? [question.project] : []);
      const { records, ...page } = await ledgerPage(question, cursor, naming);
      return { ...page, entries: records.map((record) => entryOf(record, naming)) };
    },
  };
}

function recordOf(entry: LedgerEntry, { nameOf }: Naming): LedgerRecord {
  const { issueId, key, project, open, scoredAt, written, wakeDay, revision } = entry;
  return {
    issueId,
    issueKey: storedText(key),
    project: storedText(nameOf(project)),
    lane: open ? (written?.lane ?? NO_LANE) : NO_LANE,
    score: open && written?.score != null ? Math.round(written.score * 10) : NO_SCORE,
    scoredDay: dayNumberOf(scoredAt) ?? 0,
    wakeDay: wakeDay ?? NEVER,
    shelf: open ? 'open' : 'closed',
    judged: judgedAs(entry, nameOf),
    revision: revision + 1,
    body: packed(entry),
  };
}

/** Of what nothing is known. */
const NOTHING = {
  rubricVersion: 0,
  rubric: '',
  gathered: null,
  scoredAt: '',
  readAt: '',
  updated: '',
  own: null,
  written: null,
  unsure: true,
  signals: null,
  blocks: [],
  blockers: [],
  feeds: [],
  evidence: '',
  pendingDependents: [],
} as const;

function tombstone(issueId: string, at: Date): LedgerEntry {
  const moment = at.toISOString();
  return {
    ...NOTHING,
    issueId,
    key: '',
    project: '',
    open: false,
    wakeDay: null,
    revision: 0,
    scoredAt: moment,
    readAt: moment,
    updated: moment,
    unsure: false,
  };
}

/** Of a damaged record, and of one in an older format, the attributes are left: with its revision, it does not stand in the way of the one that is made anew. */
function entryOf(record: LedgerRecord, { projectOf }: Naming): LedgerEntry {
  const { issueId, issueKey, project, shelf, wakeDay, revision } = record;
  const attributes = {
    issueId,
    key: textOf(issueKey),
    project: projectOf(textOf(project)),
    open: shelf === 'open',
    wakeDay: wakeDay === NEVER ? null : wakeDay,
    revision,
  };
  const body = unpacked(record.body);
  return body === null
    ? { ...attributes, ...NOTHING, unreadable: true }
    : { ...attributes, ...body };
}
