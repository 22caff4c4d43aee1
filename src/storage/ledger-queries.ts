import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { Rejected } from '../usecases/ports/failures';
import type { JudgedAs, LedgerQuestion } from '../usecases/ports/world';
import { guarded } from './guarded';
import { issuePosition, textOfPosition, wakePosition } from './ledger-position';
import type { LedgerRecord } from './ledger-record';

const ENTITY = 'ledger';
/** https://developer.atlassian.com/platform/forge/storage-reference/entities-query/ */
const PAGE_LIMIT = 100;
const HIGHEST_SCORE = 1_000;
/** Of one day that waking does not move away from it: a job's record has room for them. What is beyond waits for the next day's run. */
const MOST_OF_A_DAY = 5_000;

interface RecordPage {
  readonly records: readonly LedgerRecord[];
  readonly next: string | null;
  readonly anew?: true;
}

/** One page of an index, in its order. A page may be short, or empty, and still have a next. */
export async function ledgerPage(
  question: LedgerQuestion,
  cursor: string | null,
): Promise<RecordPage> {
  switch (question.by) {
    case 'open':
      return byIssue(question.by, 'by-shelf-issue', 'open', cursor);
    case 'project':
      return byIssue(question.by, 'by-project-issue', question.project, cursor);
    case 'wake':
      return dueForWaking(question.untilDay, cursor);
    default:
      return pageAt(question.by, asked(question), cursor, limitOf(question));
  }
}

type Ordered = ReturnType<typeof asked>;

async function pageAt(
  by: LedgerQuestion['by'],
  query: Ordered,
  cursor: string | null,
  limit: number,
): Promise<RecordPage> {
  const ready = query.limit(limit);
  const { results, nextCursor } = await guarded(`asking the ledger by ${by}`, () =>
    (cursor === null ? ready : ready.cursor(cursor)).getMany(),
  );
  return { records: results.map(({ value }) => value), next: nextCursor ?? null };
}

function limitOf(question: LedgerQuestion): number {
  return question.by === 'judged' && question.few ? 1 : PAGE_LIMIT;
}

/** In the order of ids, going on behind the last one that was read. */
async function byIssue(
  by: LedgerQuestion['by'],
  index: 'by-shelf-issue' | 'by-project-issue',
  partition: string,
  kept: string | null,
): Promise<RecordPage> {
  const position = issuePosition(kept);
  const query = records().index(index, { partition: [partition] });
  const behind =
    position === null ? query : query.where(WhereConditions.greaterThan(position.afterIssue));
  const page = await pageAt(by, behind, null, PAGE_LIMIT);
  const last = page.records.at(-1)?.issueId;
  const next =
    page.next === null || last === undefined ? null : textOfPosition({ afterIssue: last });
  return { records: page.records, next, ...(kept !== null && position === null && { anew: true }) };
}

/**
 * In the order of days, of which many issues share one: those of the last day that were read already are told by their ids. Most of
 * them stand elsewhere by then, as what was woken waits for another day.
 */
async function dueForWaking(untilDay: number, kept: string | null): Promise<RecordPage> {
  const position = wakePosition(kept);
  const query = records().index('by-shelf-wake', { partition: ['open'] });
  const due =
    position === null || position.day > untilDay
      ? query.where(WhereConditions.lessThanEqualTo(untilDay))
      : query.where(WhereConditions.between(position.day, untilDay));
  const read = new Set(position?.read);
  const still: string[] = [];
  const fresh: LedgerRecord[] = [];
  let cursor: string | null = null;
  do {
    const page: RecordPage = await pageAt('wake', due, cursor, PAGE_LIMIT);
    for (const record of page.records)
      if (record.wakeDay === position?.day && read.has(record.issueId)) still.push(record.issueId);
      else fresh.push(record);
    cursor = page.next;
  } while (cursor !== null && fresh.length === 0);
  const day = fresh.at(-1)?.wakeDay;
  if (cursor === null || day === undefined) return { records: fresh, next: null };
  const ofDay = fresh.flatMap(({ issueId, wakeDay }) => (wakeDay === day ? [issueId] : []));
  const handedOut = day === position?.day ? [...still, ...ofDay] : ofDay;
  const next =
    handedOut.length > MOST_OF_A_DAY ? { day: day + 1, read: [] } : { day, read: handedOut };
  return { records: fresh, next: next.day > untilDay ? null : textOfPosition(next) };
}

/** No project's key has a colon, and nothing stands between an edition and the same with its mark. */
export function judgedAs({ project, rubric, unsure }: JudgedAs): string {
  return `${project}:${rubric}${unsure ? '!' : ''}`;
}

function records() {
  return kvs.entity<LedgerRecord>(ENTITY).query();
}

/** Those that are asked within one invocation: for them the storage's cursor lasts. */
function asked(question: Exclude<LedgerQuestion, { by: 'open' | 'project' | 'wake' }>) {
  const query = records();
  switch (question.by) {
    case 'score': {
      const { project, from = 0, to = 100 } = question;
      if (from > to) throw new Rejected(`No score lies between ${from} and ${to}`);
      return query
        .index('by-project-score', { partition: [project] })
        .where(
          WhereConditions.between(
            Math.round(from * 10),
            Math.min(HIGHEST_SCORE, Math.round(to * 10)),
          ),
        )
        .sort(Sort.DESC);
    }
    case 'lane':
      return query
        .index('by-project-lane', { partition: [question.project, question.lane] })
        .sort(Sort.DESC);
    case 'judged': {
      const ordered = query.index('by-shelf-judged', { partition: ['open'] });
      return question.beyond === null
        ? ordered
        : ordered.where(WhereConditions.greaterThan(judgedAs(question.beyond)));
    }
    case 'staleness':
      return query
        .index('by-project-day', { partition: [question.project] })
        .where(WhereConditions.lessThan(question.beforeDay));
  }
}
