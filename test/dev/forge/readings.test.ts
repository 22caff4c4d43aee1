import { Filter, FilterConditions, ForgeKvsAPIError, kvs, WhereConditions } from '@forge/kvs';
import { readingsNamed, type StorageReadings } from '../../../dev/forge/kvs/readings';
import { insideApp } from './tiny-host';

const entity = {
  name: 'row',
  attributes: { n: { type: 'integer' }, text: { type: 'string' } },
  indexes: ['text'],
};

function under<T>(readings: string, work: () => Promise<T>): Promise<T> {
  return insideApp(
    work,
    { entities: [entity], timeouts: { run: 900 } },
    { storage: readingsNamed(readings) },
  );
}

/** Status and code; `done` for what was not refused. */
async function answerTo(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (failure) {
    if (!(failure instanceof ForgeKvsAPIError)) throw failure;
    return `${failure.responseDetails.status} ${failure.code}`;
  }
}

interface Row {
  readonly n: number;
  readonly text?: string;
}

function setWhere(condition: Parameters<Filter<Row>['and']>[1]): Promise<void> {
  const conditions = new Filter<Row>().and('n', condition);
  const row: Row = { n: 1 };
  return kvs.transact().set('a', row, { entityName: 'row', conditions }).execute();
}
const page = () => kvs.entity<Row>('row').query().index('by-key').limit(1);

const SWITCHES: readonly (readonly [
  switched: keyof StorageReadings,
  work: () => Promise<unknown>,
  strict: unknown,
  otherwise: unknown,
])[] = [
  [
    'absentKey',
    () => answerTo(setWhere(FilterConditions.notExists())),
    '400 CONDITIONAL_CHECK_FAILED',
    'done',
  ],
  [
    'failedCondition',
    async () => {
      await kvs.entity<Row>('row').set('a', { n: 2 });
      return answerTo(setWhere(FilterConditions.equalTo(1)));
    },
    '400 CONDITIONAL_CHECK_FAILED',
    '409 CONDITION_NOT_MET',
  ],
  [
    'sameKeyInTwoSpaces',
    () => answerTo(kvs.transact().set('a', 1).set('a', { n: 1 }, { entityName: 'row' }).execute()),
    '400 KEY_DUPLICATION_ERROR',
    'done',
  ],
  [
    'cursorMinutes',
    async () => {
      for (const key of ['a', 'b']) await kvs.entity<Row>('row').set(key, { n: 1 });
      const { nextCursor = '' } = await page().getMany();
      await new Promise((resolve) => setTimeout(resolve, 11 * 60_000));
      return answerTo(page().cursor(nextCursor).getMany());
    },
    '400 INVALID_CURSOR',
    'done',
  ],
  [
    'emptyText',
    async () => [
      await answerTo(kvs.entity<Row>('row').set('a', { n: 1, text: ' ' })),
      await answerTo(
        kvs
          .entity<Row>('row')
          .query()
          .index('text')
          .where(WhereConditions.greaterThan(''))
          .getMany(),
      ),
    ],
    ['400 INVALID_ENTITY_VALUE', '400 INVALID_ENTITY_VALUE'],
    ['done', 'done'],
  ],
  [
    'queryLagMs',
    async () => {
      await kvs.entity<Row>('row').set('a', { n: 1 });
      return (await page().getMany()).results.length;
    },
    1,
    0,
  ],
];

describe('where two readings of the storage are possible', () => {
  it.each(SWITCHES)('%s has both sides', async (name, work, strict, otherwise) => {
    expect(await under('strict', work)).toEqual(strict);
    expect(await under(name, work)).toEqual(otherwise);
  });

  it('no other condition holds on an absent key either, in the strict reading', async () => {
    const conditions = [FilterConditions.equalTo(1), FilterConditions.notEqualTo(1)];
    expect(
      await under('strict', () => Promise.all(conditions.map((one) => answerTo(setWhere(one))))),
    ).toEqual(conditions.map(() => '400 CONDITIONAL_CHECK_FAILED'));
  });

  it('a cursor that is used at once is good in every reading', async () => {
    const found = await under('strict', async () => {
      for (const key of ['a', 'b']) await kvs.set(`k:${key}`, key);
      const { nextCursor = '' } = await kvs.query().limit(1).getMany();
      return (await kvs.query().cursor(nextCursor).getMany()).results.map(({ key }) => key);
    });
    expect(found).toEqual(['k:b']);
  });

  it('every switch is in this table', () => {
    expect(SWITCHES.map(([name]) => name).sort()).toEqual(
      Object.keys(readingsNamed('strict')).sort(),
    );
  });

  it('a run names them, and what is no reading is refused', () => {
    expect(readingsNamed('absentKey, failedCondition')).toMatchObject({
      absentKey: 'judged',
      failedCondition: 409,
      emptyText: 'refused',
    });
    expect(() => readingsNamed('absentkey')).toThrow('absentkey is no reading of the storage');
  });
});
