import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { Decision } from '../core/decisions/decision';
import type { Decisions } from '../usecases/ports/decisions';
import { readBatch, writeBatch } from './batches';
import { fromVersion1 } from './decisions-version-1';
import { guarded } from './guarded';

export const DECISION_ENTITY = 'decision';
/** Raised when the shape of `body` changes; earlier shapes are still read. */
const DECISION_VERSION = 2;
const PAGE = 100;

interface DecisionRecord {
  readonly issueId: string;
  readonly project: string;
  /** ISO time: as text it sorts by time. */
  readonly at: string;
  readonly kind: string;
  readonly body: string;
}

type Body = Omit<Decision, 'id' | 'issueId' | 'project' | 'at'>;
type Body1 = Parameters<typeof fromVersion1>[0];
const body = z.discriminatedUnion('v', [
  z.object({ v: z.literal(1), d: z.custom<Body1>() }),
  z.object({ v: z.literal(DECISION_VERSION), d: z.custom<Body>() }),
]);

export function kvsDecisions(): Decisions {
  return {
    record: (decisions) =>
      writeBatch(
        DECISION_ENTITY,
        decisions.map((decision) => ({ key: decision.id, value: recordOf(decision) })),
      ),

    of: async (issueId, limit) => (await pageOf(issueId, null, Math.min(limit, PAGE))).decisions,
    page: (issueId, cursor) => pageOf(issueId, cursor, PAGE),

    async these(ids) {
      const records = await readBatch<DecisionRecord>(DECISION_ENTITY, [...new Set(ids)]);
      return [...records].flatMap(([id, record]) => decisionOf(id, record) ?? []);
    },
  };
}

async function pageOf(
  issueId: string,
  cursor: string | null,
  limit: number,
): ReturnType<Decisions['page']> {
  const query = kvs
    .entity<DecisionRecord>(DECISION_ENTITY)
    .query()
    .index('by-issue', { partition: [issueId] })
    .where(WhereConditions.greaterThan(''))
    .sort(Sort.DESC)
    .limit(limit);
  const page = await guarded('reading the decision log', () =>
    (cursor === null ? query : query.cursor(cursor)).getMany(),
  );
  return {
    decisions: page.results.flatMap(({ key, value }) => decisionOf(key, value) ?? []),
    next: page.nextCursor ?? null,
  };
}

function recordOf({ id: _id, issueId, project, at, ...rest }: Decision): DecisionRecord {
  return {
    issueId,
    project,
    at,
    kind: rest.kind,
    body: JSON.stringify({ v: DECISION_VERSION, d: rest } satisfies z.input<typeof body>),
  };
}

function decisionOf(
  id: string,
  { issueId, project, at, body: text }: DecisionRecord,
): Decision | null {
  const parsed = body.safeParse(JSON.parse(text));
  if (!parsed.success) return null;
  const { v, d } = parsed.data;
  return { ...(v === 1 ? fromVersion1(d) : d), id, issueId, project, at };
}
