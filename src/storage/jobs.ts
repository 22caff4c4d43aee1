import { kvs, WhereConditions } from '@forge/kvs';
import type { Job } from '../core/jobs/job';
import type { Coverage, JobOrder, Jobs } from '../usecases/ports/world';
import { guarded } from './guarded';
import type { Naming, ProjectNames } from './project-names';

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
export async function removeJobs(scope: string, names: ProjectNames): Promise<void> {
  const name = (await names.of([scope])).nameOf(scope);
  for (const key of [ORDER + name, COVERAGE + name])
    await guarded('removing what a project was ordered', () => kvs.delete(key));
}

/** A scope that is a project goes by its name here; any other is its own. */
export function kvsJobs(names: ProjectNames): Jobs {
  const nameOf = async (scope: string): Promise<string> => (await names.of([scope])).nameOf(scope);

  return {
    async order(scope) {
      const name = await nameOf(scope);
      const order = await guarded("reading a job's order", () => kvs.get<JobOrder>(ORDER + name));
      return order === undefined ? null : orderOf(order, await names.of());
    },
    async give(order) {
      const { nameOf: named } = await names.toWrite([order.scope]);
      await guarded('ordering a job', () =>
        kvs.set(ORDER + named(order.scope), order, order.wish === 'pause' ? {} : ORDER_KEPT),
      );
    },
    async read(jobId) {
      const job = await guarded('reading a job', () => kvs.get<Job>(PROGRESS + jobId));
      return job === undefined ? null : jobOf(job, await names.of());
    },
    write: (job) =>
      guarded('writing a job', () =>
        kvs.set(PROGRESS + job.id, job, { ttl: { value: KEPT_DAYS, unit: 'DAYS' } }),
      ),
    async coverage(scope) {
      const name = await nameOf(scope);
      const coverage = await guarded('reading what the ledger covers', () =>
        kvs.get<Coverage>(COVERAGE + name),
      );
      return coverage ?? null;
    },
    async cover(scope, coverage) {
      const { nameOf: named } = await names.toWrite([scope]);
      await guarded('writing what the ledger covers', () =>
        kvs.set(COVERAGE + named(scope), coverage),
      );
    },
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
        const naming = await names.of();
        orders.push(...results.map(({ value }) => orderOf(value, naming)));
        cursor = nextCursor;
      } while (cursor !== undefined);
      return orders;
    },
  };
}

function orderOf(order: JobOrder, naming: Naming): JobOrder {
  return { ...order, scope: naming.projectOf(order.scope), job: jobOf(order.job, naming) };
}

/** Versions before named a job's project by its key, in its JQL too. */
function jobOf(job: Job, { projectOf }: Naming): Job {
  if (job.project === null) return job;
  const project = projectOf(job.project);
  if (project === job.project) return job;
  const jql = job.jql.replace(`project = "${job.project}"`, `project = ${project}`);
  return { ...job, scope: projectOf(job.scope), project, jql };
}
