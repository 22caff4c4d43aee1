import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { Decision } from '../core/decisions/decision';
import type { Decisions } from '../usecases/ports/decisions';
import { readBatch, removeBatch, writeBatch } from './batches';
import { fromFirstForm } from './decisions-first-form';
import { guarded } from './guarded';
import type { Naming, ProjectNames } from './project-names';
import { positionIn, positionText, type LogPosition } from './log-position';
import { storedText, textOf } from './stored-text';

export const DECISION_ENTITY = 'decision';
/** Raised when the shape of `body` changes; earlier shapes are still read. */
const DECISION_VERSION = 2;
const PAGE = 100;
/** Entries of a project's log that are looked through before there is a place again. */
const ENTRIES_AT_ONCE = 2_000;

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

export function kvsDecisions(names: ProjectNames): Decisions {
  const pageIn = async (issueId: string, place: LogPosition | null, limit: number) =>
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
      pageIn(issueId, before === null ? null : positionIn(issueId, before), PAGE),

    issuesOf: async (project, place) =>
      issuesInLog((await names.of([project])).nameOf(project), place),

    removeSome: (issueId) => removePage(inLog(issueId), (value) => value.issueId === issueId),
    async removeOlder(project, before) {
      const name = (await names.of([project])).nameOf(project);
      return removePage(olderIn(name, before), (value) => value.at < before);
    },
    async countOlder(project, before, most) {
      const name = (await names.of([project])).nameOf(project);
      let count = 0;
      let cursor: string | undefined;
      do {
        const from = cursor;
        const query = olderIn(name, before).limit(PAGE);
        const page = await guarded('counting older entries of the decision log', () =>
          (from === undefined ? query : query.cursor(from)).getMany(),
        );
        count += page.results.length;
        cursor = page.nextCursor;
      } while (cursor !== undefined && count <= most);
      return Math.min(count, most + 1);
    },

    async these(ids) {
      const records = await readBatch<DecisionRecord>(DECISION_ENTITY, [...new Set(ids)]);
      const naming = await names.of();
      return [...records].flatMap(([id, record]) => decisionOf(id, record, naming) ?? []);
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
  { limit, naming }: { readonly limit: number; readonly naming: Naming },
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
      const decision = decisionOf(key, value, naming);
      if (decision !== null) found.push(decision);
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined && found.length < limit);
  return { decisions: found, next: cursor === undefined ? null : keptPosition() };

  function keptPosition(): string | null {
    return at === null ? null : positionText({ issueId, at, shown: passed });
  }
}

/** A place is a moment: all entries of one are read together, as a cursor of the storage would not last. */
async function issuesInLog(
  project: string,
  place: string | null,
): ReturnType<Decisions['issuesOf']> {
  const issueIds = new Set<string>();
  let entries = 0;
  let cursor: string | undefined;
  do {
    const log = kvs
      .entity<DecisionRecord>(DECISION_ENTITY)
      .query()
      .index('by-project-time', { partition: [project] });
    const later = place === null ? log : log.where(WhereConditions.greaterThanEqualTo(place));
    const from = cursor;
    const { results, nextCursor } = await guarded('reading the decision log of a project', () =>
      (from === undefined ? later : later.cursor(from)).limit(PAGE).getMany(),
    );
    for (const { value } of results) {
      if (entries >= ENTRIES_AT_ONCE && value.at !== place)
        return { issueIds: [...issueIds], next: value.at };
      issueIds.add(value.issueId);
      entries += 1;
    }
    cursor = nextCursor;
  } while (cursor !== undefined);
  return { issueIds: [...issueIds], next: null };
}

const entries = () => kvs.entity<DecisionRecord>(DECISION_ENTITY).query();
const inLog = (issueId: string) => entries().index('by-issue', { partition: [issueId] });

const olderIn = (project: string, before: string) =>
  entries()
    .index('by-project-time', { partition: [project] })
    .where(WhereConditions.lessThan(before));

/** What an index shows may have been written anew since: only what it really is goes. */
async function removePage(
  query: ReturnType<typeof inLog>,
  isMeant: (record: DecisionRecord) => boolean,
): ReturnType<Decisions['removeSome']> {
  const { results } = await guarded('reading the decision log', () => query.limit(PAGE).getMany());
  const ids = results.flatMap(({ key, value }) => (isMeant(value) ? [key] : []));
  await removeBatch(DECISION_ENTITY, ids);
  return { removed: ids.length, more: results.length === PAGE };
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
    ...(v === 1 ? fromFirstForm(d) : d),
    id,
    issueId,
    project: projectOf(textOf(project)),
    at,
  };
}
