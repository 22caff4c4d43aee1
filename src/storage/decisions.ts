import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { Decision } from '../core/decisions/decision';
import type { Decisions } from '../usecases/ports/decisions';
import { readBatch, writeBatch } from './batches';
import { fromFirstForm } from './decisions-first-form';
import { guarded } from './guarded';
import { positionIn, positionText, type LogPosition } from './log-position';
import { storedText, textOf } from './stored-text';

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
type Body1 = Parameters<typeof fromFirstForm>[0];
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
    page: async (issueId, before) =>
      pageOf(issueId, before === null ? null : positionIn(issueId, before), PAGE),

    async these(ids) {
      const records = await readBatch<DecisionRecord>(DECISION_ENTITY, [...new Set(ids)]);
      return [...records].flatMap(([id, record]) => decisionOf(id, record) ?? []);
    },
  };
}

/**
 * A page that begins at a position in time rather than at a cursor of the storage, which would not last and could lead into the log of
 * another issue.
 */
async function pageOf(
  issueId: string,
  position: LogPosition | null,
  limit: number,
): ReturnType<Decisions['page']> {
  const found: Decision[] = [];
  let passed: readonly string[] = position?.shown ?? [];
  let at = position?.at ?? null;
  let cursor: string | undefined;
  do {
    const query = kvs.entity<DecisionRecord>(DECISION_ENTITY).query();
    const log = query.index('by-issue', { partition: [issueId] });
    const earlier = (
      position === null ? log : log.where(WhereConditions.lessThanEqualTo(position.at))
    ).sort(Sort.DESC);
    const from = cursor;
    const page = await guarded('reading the decision log', () =>
      (from === undefined ? earlier : earlier.cursor(from)).limit(limit).getMany(),
    );
    for (const { key, value } of page.results) {
      if (value.issueId !== issueId || (position?.at === value.at && position.shown.includes(key)))
        continue;
      // What stands behind the last one that there is room for is the next page's.
      if (found.length === limit) return { decisions: found, next: keptPosition() };
      passed = value.at === at ? [...passed, key] : [key];
      at = value.at;
      const decision = decisionOf(key, value);
      if (decision !== null) found.push(decision);
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined && found.length < limit);
  return { decisions: found, next: cursor === undefined ? null : keptPosition() };

  function keptPosition(): string | null {
    return at === null ? null : positionText({ issueId, at, shown: passed });
  }
}

function recordOf({ id: _id, issueId, project, at, ...rest }: Decision): DecisionRecord {
  return {
    issueId,
    project: storedText(project),
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
  return { ...(v === 1 ? fromFirstForm(d) : d), id, issueId, project: textOf(project), at };
}
