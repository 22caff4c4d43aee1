import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type {
  RescoreKind,
  RescoreRequest,
  RescoreRequests,
  RunSchedule,
} from '../usecases/ports/world';
import { readBatch, readPlain, writeBatch } from './batches';
import { guarded } from './guarded';
import { writeTogether } from './write-together';

/*
 * Keys and members are stored in the words of the first versions (mark, held, drain, echo): what an older version of the app has written
 * is still to be found and cleared, and so is what this one writes if the older comes back.
 */
export const RESCORE_REQUEST_ENTITY = 'mark';
const DUE_KEY = 'wake:due';
const RUN_KEY = 'wake:drain';
const PAGE_LIMIT = 100;
const TRANSACTION_LIMIT = 25;

interface RescoreRequestRecord {
  readonly issueId: string;
  readonly kind: string;
  readonly token: string;
  readonly drain: number;
  /** One partition holds them all: there are never many. */
  readonly shelf: string;
  /** Seconds since 1970. */
  readonly at: number;
}

interface RunRecord {
  readonly drains: number;
  readonly echo: number | null;
  readonly busyUntil: number;
  readonly begun: readonly number[];
}

const NO_RUN_YET: RunRecord = { drains: 0, echo: null, busyUntil: 0, begun: [] };

const storedKind = (kind: RescoreKind): string => (kind === 'ledger' ? 'held' : 'read');
const keyOf = ({
  issueId,
  kind,
}: {
  readonly issueId: string;
  readonly kind: RescoreKind;
}): string => `${issueId}:${storedKind(kind)}`;

export function kvsRescoreRequests(): RescoreRequests {
  const schedule = async (): Promise<RunSchedule> => {
    const found = await readPlain<unknown>('reading when to score', [DUE_KEY, RUN_KEY]);
    const {
      drains: runs,
      echo: followUp,
      busyUntil,
      begun,
    } = (found.get(RUN_KEY) as RunRecord | undefined) ?? NO_RUN_YET;
    const due = (found.get(DUE_KEY) as { due: RunSchedule['due'] } | undefined)?.due ?? null;
    return { runs, due, followUp, busyUntil, begun };
  };
  return {
    async read(issueIds, kind) {
      const records = await readBatch<RescoreRequestRecord>(
        RESCORE_REQUEST_ENTITY,
        issueIds.map((issueId) => keyOf({ issueId, kind })),
      );
      return { requests: [...records.values()].map(requestOf), schedule: await schedule() };
    },
    schedule,
    write: (requests) =>
      writeBatch(
        RESCORE_REQUEST_ENTITY,
        requests.map((request) => ({ key: keyOf(request), value: recordOf(request) })),
      ),
    writeDue: (due) => guarded('writing when to score', () => kvs.set(DUE_KEY, { due })),
    writeRun: ({ runs: drains, followUp: echo, busyUntil, begun }) =>
      guarded('writing when it scored', () =>
        kvs.set(RUN_KEY, { drains, echo, busyUntil, begun } satisfies RunRecord),
      ),
    async oldest() {
      const query = kvs
        .entity<RescoreRequestRecord>(RESCORE_REQUEST_ENTITY)
        .query()
        .index('by-age', { partition: ['all'] })
        .limit(PAGE_LIMIT);
      const requests: RescoreRequest[] = [];
      let cursor: string | undefined;
      do {
        const { results, nextCursor } = await guarded('looking for what is to be scored', () =>
          (cursor === undefined ? query : query.cursor(cursor)).getMany(),
        );
        requests.push(...results.map(({ value }) => requestOf(value)));
        cursor = nextCursor;
      } while (cursor !== undefined && requests.length < PAGE_LIMIT);
      return requests.slice(0, PAGE_LIMIT);
    },
    async clear(requests) {
      for (let start = 0; start < requests.length; start += TRANSACTION_LIMIT)
        await clearTogether(requests.slice(start, start + TRANSACTION_LIMIT));
    },
  };
}

function recordOf({ issueId, kind, token, run, at }: RescoreRequest): RescoreRequestRecord {
  return { issueId, kind: storedKind(kind), token, drain: run, shelf: 'all', at };
}

function requestOf({ issueId, kind, token, drain: run, at }: RescoreRequestRecord): RescoreRequest {
  return { issueId, kind: kind === 'held' ? 'ledger' : 'read', token, run, at };
}

/** Those made anew meanwhile stay. */
async function clearTogether(part: readonly RescoreRequest[]): Promise<void> {
  const { notKept } = await writeTogether<RescoreRequest>(part, {
    doing: () => 'clearing what was scored',
    async write(some) {
      let transaction = kvs.transact();
      for (const request of some)
        transaction = transaction.delete(keyOf(request), {
          entityName: RESCORE_REQUEST_ENTITY,
          conditions: same(request),
        });
      await transaction.execute();
    },
    async holding(some) {
      const standing = await readBatch<RescoreRequestRecord>(
        RESCORE_REQUEST_ENTITY,
        some.map(keyOf),
      );
      return some.filter((one) => standing.get(keyOf(one))?.token === one.token);
    },
  });
  if (notKept[0] !== undefined) throw notKept[0];
}

function same({ token }: RescoreRequest) {
  return new Filter<RescoreRequestRecord>().and('token', FilterConditions.equalTo(token));
}
