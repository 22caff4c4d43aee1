import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { Decision } from '../core/decisions/decision';
import type { Decisions } from '../usecases/ports/decisions';
import { readBatch, writeBatch } from './batches';
import { fromVersion1 } from './decisions-version-1';
import { guarded } from './guarded';
import type { Naming, ProjectNames } from './project-names';
import { placeIn, placeText, type LogPlace } from './log-place';
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
type Body1 = Parameters<typeof fromVersion1>[0];
const body = z.discriminatedUnion('v', [
  z.object({ v: z.literal(1), d: z.custom<Body1>() }),
  z.object({ v: z.literal(DECISION_VERSION), d: z.custom<Body>() }),
]);

export function kvsDecisions(names: ProjectNames): Decisions {
  const pageIn = async (issueId: string, place: LogPlace | null, limit: number) =>
    pageOf(issueId, place, { limit, naming: await names.of() });
  return {
    async record(decisions) {
      if (decisions.length === 0) return;
      const naming = await names.toWrite(decisions.map(({ project }) => project));
      await writeBatch(
        DECISION_ENTITY,
        decisions.map((decision) => ({ key: decision.id, value: recordOf(decision, naming) })),
      );
    },

    of: async (issueId, limit) => (await pageIn(issueId, null, Math.min(limit, PAGE))).decisions,
    page: async (issueId, before) =>
      pageIn(issueId, before === null ? null : placeIn(issueId, before), PAGE),

    async these(ids) {
      const records = await readBatch<DecisionRecord>(DECISION_ENTITY, [...new Set(ids)]);
      const naming = await names.of();
      return [...records].flatMap(([id, record]) => decisionOf(id, record, naming) ?? []);
    },
  };
}

/**
 * A page that begins at a place in time rather than at a cursor of the storage, which would not last and could lead into the log of
 * another issue.
 */
async function pageOf(
  issueId: string,
  place: LogPlace | null,
  { limit, naming }: { readonly limit: number; readonly naming: Naming },
): ReturnType<Decisions['page']> {
  const found: Decision[] = [];
  let passed: readonly string[] = place?.shown ?? [];
  let at = place?.at ?? null;
  let cursor: string | undefined;
  do {
    const query = kvs.entity<DecisionRecord>(DECISION_ENTITY).query();
    const log = query.index('by-issue', { partition: [issueId] });
    const earlier = (
      place === null ? log : log.where(WhereConditions.lessThanEqualTo(place.at))
    ).sort(Sort.DESC);
    const from = cursor;
    const page = await guarded('reading the decision log', () =>
      (from === undefined ? earlier : earlier.cursor(from)).limit(limit).getMany(),
    );
    for (const { key, value } of page.results) {
      if (value.issueId !== issueId || (place?.at === value.at && place.shown.includes(key)))
        continue;
      // What stands behind the last one that there is room for is the next page's.
      if (found.length === limit) return { decisions: found, next: keptPlace() };
      passed = value.at === at ? [...passed, key] : [key];
      at = value.at;
      const decision = decisionOf(key, value, naming);
      if (decision !== null) found.push(decision);
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined && found.length < limit);
  return { decisions: found, next: cursor === undefined ? null : keptPlace() };

  function keptPlace(): string | null {
    return at === null ? null : placeText({ issueId, at, shown: passed });
  }
}

function recordOf(
  { id: _id, issueId, project, at, ...rest }: Decision,
  { nameOf }: Naming,
): DecisionRecord {
  return {
    issueId,
    project: storedText(nameOf(project)),
    at,
    kind: rest.kind,
    body: JSON.stringify({ v: DECISION_VERSION, d: rest } satisfies z.input<typeof body>),
  };
}

function decisionOf(
  id: string,
  { issueId, project, at, body: text }: DecisionRecord,
  { projectOf }: Naming,
): Decision | null {
  const parsed = body.safeParse(JSON.parse(text));
  if (!parsed.success) return null;
  const { v, d } = parsed.data;
  return {
    ...(v === 1 ? fromVersion1(d) : d),
    id,
    issueId,
    project: projectOf(textOf(project)),
    at,
  };
}
