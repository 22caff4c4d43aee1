import { kvs, Sort, WhereConditions } from '@forge/kvs';
import fc from 'fast-check';
import { insideApp } from './tiny-host';

const ledger = {
  name: 'ledger',
  attributes: { project: { type: 'string' }, score: { type: 'integer' } },
  indexes: [{ name: 'by-score', partition: ['project'], range: ['score'] }],
};

const key = fc.integer({ min: 0, max: 30 }).map((n) => `TI-${n}`);
const row = fc.record({
  project: fc.constantFrom('TI', 'AC'),
  score: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
});
const write = fc.record({ key, row: fc.option(row, { nil: undefined, freq: 3 }) });
const question = fc.record({
  project: fc.constantFrom('TI', 'AC'),
  low: fc.integer({ min: 0, max: 8 }),
  span: fc.integer({ min: 0, max: 8 }),
  sort: fc.constantFrom(Sort.ASC, Sort.DESC),
  limit: fc.integer({ min: 1, max: 7 }),
});

async function everyPage({
  project,
  low,
  span,
  sort,
  limit,
}: {
  project: string;
  low: number;
  span: number;
  sort: Sort;
  limit: number;
}): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs
      .entity('ledger')
      .query()
      .index('by-score', { partition: [project] })
      .where(WhereConditions.between(low, low + span))
      .sort(sort)
      .limit(limit);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    if (page.results.length > limit) throw new Error('a page holds more than was asked for');
    keys.push(...page.results.map((each) => each.key));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return keys;
}

it('gives by index, over all pages, exactly the rows that a search through everything finds, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(write, { maxLength: 60 }), question, async (writes, asked) => {
      const found = await insideApp(
        async () => {
          for (const each of writes) {
            if (each.row) await kvs.entity<object>('ledger').set(each.key, each.row);
            else await kvs.entity('ledger').delete(each.key);
          }
          return await everyPage(asked);
        },
        { entities: [ledger] },
      );
      const rows = new Map(writes.map((each) => [each.key, each.row]));
      const expected = [...rows]
        .flatMap(([name, value]) =>
          value?.score === undefined ? [] : [{ name, project: value.project, score: value.score }],
        )
        .filter(
          ({ project, score }) =>
            project === asked.project && score >= asked.low && score <= asked.low + asked.span,
        )
        .sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
        .map(({ name }) => name);
      expect(found).toEqual(asked.sort === Sort.DESC ? expected.reverse() : expected);
    }),
    { numRuns: 150 },
  );
});
