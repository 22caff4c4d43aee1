import { kvs, WhereConditions } from '@forge/kvs';
import type { Job } from '../core/jobs/job';
import type { Coverage, JobOrder, Jobs } from '../usecases/ports/world';
import { guarded } from './guarded';

const ORDER = 'job-order:';
const PROGRESS = 'job:';
const COVERAGE = 'covered:';
const PAGE_LIMIT = 100;
/** Days for which one can look up how a job went. */
const KEPT_DAYS = 30;
/** Longer than the job itself is kept; one that people have paused waits for as long as they like. */
const ORDER_KEPT = { ttl: { value: 2 * KEPT_DAYS, unit: 'DAYS' } } as const;

async function keysUnder(beginning: string): Promise<readonly string[]> {
  const query = kvs.query().where('key', WhereConditions.beginsWith(beginning)).limit(PAGE_LIMIT);
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const from = cursor;
    const { results, nextCursor } = await guarded('listing what the ledger covers', () =>
      (from === undefined ? query : query.cursor(from)).getMany(),
    );
    keys.push(...results.map(({ key }) => key));
    cursor = nextCursor;
  } while (cursor !== undefined);
  return keys;
}

/** What a scope has been ordered, and that the ledger covers it; how its jobs went is dropped by itself. */
export async function removeJobs(scope: string): Promise<void> {
  for (const key of [ORDER + scope, COVERAGE + scope])
    await guarded('removing what a project was ordered', () => kvs.delete(key));
}

export function kvsJobs(): Jobs {
  return {
    order: async (scope) =>
      (await guarded("reading a job's order", () => kvs.get<JobOrder>(ORDER + scope))) ?? null,
    give: (order) =>
      guarded('ordering a job', () =>
        kvs.set(ORDER + order.scope, order, order.wish === 'pause' ? {} : ORDER_KEPT),
      ),
    read: async (jobId) =>
      (await guarded('reading a job', () => kvs.get<Job>(PROGRESS + jobId))) ?? null,
    write: (job) =>
      guarded('writing a job', () =>
        kvs.set(PROGRESS + job.id, job, { ttl: { value: KEPT_DAYS, unit: 'DAYS' } }),
      ),
    coverage: async (scope) =>
      (await guarded('reading what the ledger covers', () =>
        kvs.get<Coverage>(COVERAGE + scope),
      )) ?? null,
    cover: (scope, coverage) =>
      guarded('writing what the ledger covers', () => kvs.set(COVERAGE + scope, coverage)),
    async uncover() {
      const keys = await keysUnder(COVERAGE);
      for (const key of keys)
        await guarded('forgetting what the ledger covers', () => kvs.delete(key));
    },
    async orders() {
      const query = kvs.query().where('key', WhereConditions.beginsWith(ORDER)).limit(PAGE_LIMIT);
      const orders: JobOrder[] = [];
      let cursor: string | undefined;
      do {
        const { results, nextCursor } = await guarded('listing jobs', () =>
          (cursor === undefined ? query : query.cursor(cursor)).getMany<JobOrder>(),
        );
        orders.push(...results.map(({ value }) => value));
        cursor = nextCursor;
      } while (cursor !== undefined);
      return orders;
    },
  };
}
