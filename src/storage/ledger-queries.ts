import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { Rejected } from '../usecases/ports/failures';
import type { JudgedAs, LedgerQuestion } from '../usecases/ports/world';
import { guarded } from './guarded';
import type { LedgerRecord } from './ledger-record';

const ENTITY = 'ledger';
/** https://developer.atlassian.com/platform/forge/storage-reference/entities-query/ */
const PAGE_LIMIT = 100;
const HIGHEST_SCORE = 1_000;

/** One page of an index, in its order. A page may be short, or empty, and still have a next. */
export async function ledgerPage(
  question: LedgerQuestion,
  cursor: string | null,
): Promise<{ readonly records: readonly LedgerRecord[]; readonly next: string | null }> {
  const ready = asked(question).limit(question.by === 'judged' && question.few ? 1 : PAGE_LIMIT);
  const { results, nextCursor } = await guarded(`asking the ledger by ${question.by}`, () =>
    (cursor === null ? ready : ready.cursor(cursor)).getMany(),
  );
  return { records: results.map(({ value }) => value), next: nextCursor ?? null };
}

/** No project's key has a colon, and nothing stands between an edition and the same with its mark. */
export function judgedAs({ project, rubric, unsure }: JudgedAs): string {
  return `${project}:${rubric}${unsure ? '!' : ''}`;
}

function asked(question: LedgerQuestion) {
  const query = kvs.entity<LedgerRecord>(ENTITY).query();
  switch (question.by) {
    case 'open':
      return query.index('by-shelf-issue', { partition: ['open'] });
    case 'project':
      return query.index('by-project-issue', { partition: [question.project] });
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
    case 'wake':
      return query
        .index('by-shelf-wake', { partition: ['open'] })
        .where(WhereConditions.lessThanEqualTo(question.untilDay));
  }
}
