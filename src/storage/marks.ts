import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { halveOnFailure } from '../core/attempts/halve-on-failure';
import type { Mark, MarkKind, Marks, Wake } from '../usecases/ports/world';
import { readBatch, writeBatch } from './batches';
import { guarded, isRefused } from './guarded';

export const MARK_ENTITY = 'mark';
const DUE_KEY = 'wake:due';
const DRAIN_KEY = 'wake:drain';
const PAGE_LIMIT = 100;
const TRANSACTION_LIMIT = 25;
const ASLEEP: Omit<Wake, 'due'> = { drains: 0, echo: null, busyUntil: 0, begun: [] };

interface MarkRecord {
  readonly issueId: string;
  readonly kind: string;
  readonly token: string;
  readonly drain: number;
  /** One partition holds them all: there are never many. */
  readonly shelf: string;
  /** Seconds since 1970. */
  readonly at: number;
}

const keyOf = ({ issueId, kind }: { readonly issueId: string; readonly kind: MarkKind }): string =>
  `${issueId}:${kind}`;

export function kvsMarks(): Marks {
  const wake = async (): Promise<Wake> => {
    const { successfulKeys } = await guarded('reading when to wake', () =>
      kvs.batchGet<unknown>([{ key: DUE_KEY }, { key: DRAIN_KEY }]),
    );
    const found = new Map(successfulKeys.map(({ key, value }) => [key, value]));
    return {
      ...((found.get(DRAIN_KEY) as Omit<Wake, 'due'> | undefined) ?? ASLEEP),
      due: (found.get(DUE_KEY) as { due: Wake['due'] } | undefined)?.due ?? null,
    };
  };
  return {
    async read(issueIds, kind) {
      const records = await readBatch<MarkRecord>(
        MARK_ENTITY,
        issueIds.map((issueId) => keyOf({ issueId, kind })),
      );
      return { marks: [...records.values()].map(markOf), wake: await wake() };
    },
    wake,
    write: (marks) =>
      writeBatch(
        MARK_ENTITY,
        marks.map((mark) => ({
          key: keyOf(mark),
          value: { ...mark, shelf: 'all' } satisfies MarkRecord,
        })),
      ),
    writeDue: (due) => guarded('writing when to wake', () => kvs.set(DUE_KEY, { due })),
    writeDrain: (drain) => guarded('writing when it drained', () => kvs.set(DRAIN_KEY, drain)),
    async oldest() {
      const query = kvs
        .entity<MarkRecord>(MARK_ENTITY)
        .query()
        .index('by-age', { partition: ['all'] })
        .limit(PAGE_LIMIT);
      const marks: Mark[] = [];
      let cursor: string | undefined;
      do {
        const { results, nextCursor } = await guarded('looking for marks', () =>
          (cursor === undefined ? query : query.cursor(cursor)).getMany(),
        );
        marks.push(...results.map(({ value }) => markOf(value)));
        cursor = nextCursor;
      } while (cursor !== undefined && marks.length < PAGE_LIMIT);
      return marks.slice(0, PAGE_LIMIT);
    },
    async clear(marks) {
      for (let start = 0; start < marks.length; start += TRANSACTION_LIMIT)
        await clearTogether(marks.slice(start, start + TRANSACTION_LIMIT));
    },
  };
}

function markOf({ issueId, kind, token, drain, at }: MarkRecord): Mark {
  return { issueId, kind: kind === 'held' ? 'held' : 'read', token, drain, at };
}

/** Marks set anew meanwhile stay; as a refused transaction does not name them, halves are tried until only those are left. */
async function clearTogether(part: readonly Mark[]): Promise<void> {
  await halveOnFailure<Mark, unknown>(part, {
    work: (some) =>
      guarded('clearing marks', async () => {
        let transaction = kvs.transact();
        for (const mark of some)
          transaction = transaction.delete(keyOf(mark), {
            entityName: MARK_ENTITY,
            conditions: same(mark),
          });
        await transaction.execute();
      }),
    mayHalve: isRefused,
    alone: () => undefined,
  });
}

function same({ token }: Mark) {
  return new Filter<MarkRecord>().and('token', FilterConditions.equalTo(token));
}
