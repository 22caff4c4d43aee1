import type { Job } from '../../src/core/jobs/job';
import type {
  Coverage,
  HealthNotes,
  JobOrder,
  LedgerEntry,
  LedgerQuestion,
  QueuedWork,
  RescoreKind,
  RescoreRequest,
  RunSchedule,
  World,
} from '../../src/usecases/ports/world';

/** What the engine keeps, in plain maps. */
export interface EngineState {
  readonly entries: Map<string, LedgerEntry>;
  readonly rescoreRequests: Map<string, RescoreRequest>;
  readonly schedule: { current: RunSchedule };
  readonly requests: QueuedWork[];
  readonly orders: Map<string, JobOrder>;
  readonly jobRecords: Map<string, Job>;
  readonly covered: Map<string, Coverage>;
  readonly noted: { current: HealthNotes };
  readonly spent: Map<number, number>;
}

export function emptyEngine(): EngineState {
  return {
    entries: new Map(),
    rescoreRequests: new Map(),
    schedule: { current: { runs: 0, due: null, followUp: null, busyUntil: 0, begun: [] } },
    requests: [],
    orders: new Map(),
    jobRecords: new Map(),
    covered: new Map(),
    noted: { current: {} },
    spent: new Map(),
  };
}

const PAGE = 2;
const nameOf = (issueId: string, kind: RescoreKind): string => `${issueId}:${kind}`;

type EnginePorts = Pick<
  World,
  'ledger' | 'rescoreRequests' | 'jobs' | 'notes' | 'spending' | 'queue'
>;

/** `trip` throws what a test wants to go wrong; `count` counts the calls. */
export function enginePorts(
  state: EngineState,
  trip: (which: 'queue' | 'ledgerWrite') => void,
  count: (name: string) => void,
): EnginePorts {
  const {
    entries,
    rescoreRequests,
    schedule,
    requests,
    orders,
    jobRecords,
    covered,
    noted,
    spent,
  } = state;
  return {
    ledger: {
      read: async (ids) =>
        new Map(
          ids.flatMap((id) => {
            const entry = entries.get(id);
            return entry ? [[id, entry] as const] : [];
          }),
        ),
      write: async (all) => {
        if (all.length === 0) return [];
        // The claim before the fields are written passes: what a test cuts off is the record after them.
        if (all.some(({ unsure }) => !unsure)) trip('ledgerWrite');
        count('ledger.write');
        const overtaken = all.filter(
          ({ issueId, revision }) => (entries.get(issueId)?.revision ?? 0) !== revision,
        );
        for (const entry of all)
          if (!overtaken.includes(entry))
            entries.set(entry.issueId, structuredClone({ ...entry, revision: entry.revision + 1 }));
        return overtaken.map(({ issueId }) => issueId);
      },
      keepTombstones: async () => undefined,
      remove: async (ids) => {
        for (const id of ids) entries.delete(id);
      },
      page: async (question, cursor) => {
        const found = [...entries.values()]
          .filter((entry) => fits(entry, question))
          .sort((a, b) => a.issueId.localeCompare(b.issueId));
        if (question.by === 'judged')
          found.sort((a, b) => (judged(a) < judged(b) ? -1 : judged(a) > judged(b) ? 1 : 0));
        const rest =
          cursor === null
            ? found
            : found.slice(found.findIndex(({ issueId }) => issueId === cursor) + 1);
        const page = rest.slice(0, question.by === 'judged' && question.few ? 1 : PAGE);
        return {
          entries: page,
          next: rest.length > page.length ? (page.at(-1)?.issueId ?? null) : null,
        };
      },
    },
    rescoreRequests: {
      read: async (ids, kind) => ({
        requests: ids.flatMap((id) => rescoreRequests.get(nameOf(id, kind)) ?? []),
        schedule: schedule.current,
      }),
      schedule: async () => schedule.current,
      write: async (all) => {
        for (const one of all) rescoreRequests.set(nameOf(one.issueId, one.kind), one);
      },
      writeDue: async (due) => {
        schedule.current = { ...schedule.current, due };
      },
      writeRun: async (run) => {
        schedule.current = { ...run, due: schedule.current.due };
      },
      oldest: async () => [...rescoreRequests.values()].slice(0, 100),
      clear: async (all) => {
        for (const { issueId, kind, token } of all)
          if (rescoreRequests.get(nameOf(issueId, kind))?.token === token)
            rescoreRequests.delete(nameOf(issueId, kind));
      },
    },
    queue: {
      push: async (all) => {
        trip('queue');
        requests.push(...all);
      },
    },
    jobs: {
      order: async (scope) => orders.get(scope) ?? null,
      orders: async () => [...orders.values()],
      give: async (order) => void orders.set(order.scope, order),
      read: async (jobId) => jobRecords.get(jobId) ?? null,
      write: async (job) => void jobRecords.set(job.id, job),
      coverage: async (scope) => covered.get(scope) ?? null,
      cover: async (scope, coverage) => void covered.set(scope, coverage),
      uncover: async () => covered.clear(),
    },
    notes: {
      read: async () => noted.current,
      write: async (notes) => {
        noted.current = { ...noted.current, ...notes };
      },
    },
    spending: {
      read: async (hour) => spent.get(hour) ?? 0,
      add: async (hour, points) => void spent.set(hour, (spent.get(hour) ?? 0) + points),
      pool: async () => null,
      keepPool: async () => undefined,
    },
  };
}

const judged = ({
  project,
  rubric,
  unsure,
}: Pick<LedgerEntry, 'project' | 'rubric' | 'unsure'>): string =>
  `${project}:${rubric}${unsure ? '!' : ''}`;

function fits(
  { open, project, wakeDay, written, rubric, unsure }: LedgerEntry,
  question: LedgerQuestion,
): boolean {
  switch (question.by) {
    case 'open':
      return open;
    case 'judged':
      return (
        open &&
        (question.beyond === null || judged({ project, rubric, unsure }) > judged(question.beyond))
      );
    case 'wake':
      return open && wakeDay !== null && wakeDay <= question.untilDay;
    case 'lane':
      return open && project === question.project && written?.lane === question.lane;
    default:
      return project === question.project;
  }
}
