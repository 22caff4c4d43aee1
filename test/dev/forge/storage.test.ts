import {
  Filter,
  FilterConditions,
  ForgeKvsAPIError,
  kvs,
  MetadataField,
  Sort,
  WhereConditions,
} from '@forge/kvs';
import { virtualClock } from '../../../dev/forge/clock-virtual';
import { insideApp, NEW_YEARS_EVE, tinyHost } from './tiny-host';

const issues = {
  name: 'issue',
  attributes: {
    project: { type: 'string' },
    score: { type: 'float' },
    lane: { type: 'string' },
    open: { type: 'boolean' },
    version: { type: 'integer' },
    note: { type: 'any' },
  },
  indexes: ['lane', { name: 'by-score', partition: ['project', 'open'], range: ['score'] }],
};
const ledger = { entities: [issues] };
const anIssue = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  project: 'TI',
  score: 50,
  lane: 'stability',
  open: true,
  ...over,
});
const issueStore = () => kvs.entity<Record<string, unknown>>('issue');

const refusalOf = async (work: Promise<unknown>): Promise<{ code: string; status: number }> => {
  const error: unknown = await work.then(
    () => undefined,
    (each: unknown) => each,
  );
  if (!(error instanceof ForgeKvsAPIError))
    throw new Error(`not refused by the storage: ${String(error)}`);
  return { code: error.code, status: error.responseDetails.status };
};

/** What is tried, the code that it gets, and the status where that is not 400. */
type Attempt = [name: string, attempt: () => Promise<unknown>, code: string, status?: number];

const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)]);

const badAttributes: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['an empty text', { lane: '' }, 'INVALID_ENTITY_VALUE'],
  ['a blank text', { project: ' \t' }, 'INVALID_ENTITY_VALUE'],
  ['a float beyond what storage counts to', { score: 1e126 }, 'INCORRECT_PROPERTY_TYPE'],
  ['a float too close to zero', { score: 1e-131 }, 'INCORRECT_PROPERTY_TYPE'],
  ['an integer as a text', { version: '5' }, 'INCORRECT_PROPERTY_TYPE'],
  ['an integer of 2^31', { version: 2 ** 31 }, 'INCORRECT_PROPERTY_TYPE'],
  ['null', { note: null }, 'INCORRECT_PROPERTY_TYPE'],
];

const byScore = (partition: unknown[] = ['TI', true]) =>
  issueStore().query().index('by-score', { partition: partition });
const filtered = (
  property: string,
  condition: Parameters<Filter<Record<string, unknown>>['and']>[1],
) => byScore().filters(new Filter<Record<string, unknown>>().and(property, condition)).getMany();

const badQueries: readonly (readonly [string, () => Promise<unknown>, string])[] = [
  [
    'a bound of another type',
    () => byScore().where(WhereConditions.greaterThan('abc')).getMany(),
    'INCORRECT_PROPERTY_TYPE',
  ],
  [
    'a number as text for a bound',
    () => byScore().where(WhereConditions.equalTo('25')).getMany(),
    'INCORRECT_PROPERTY_TYPE',
  ],
  [
    'a beginning of a number',
    () => byScore().where(WhereConditions.beginsWith('2')).getMany(),
    'INCORRECT_PROPERTY_TYPE',
  ],
  ['a partition of another type', () => byScore([1, true]).getMany(), 'INCORRECT_PROPERTY_TYPE'],
  ['an empty partition', () => byScore(['', true]).getMany(), 'INVALID_ENTITY_VALUE'],
  [
    'an empty bound',
    () => issueStore().query().index('lane').where(WhereConditions.greaterThan('')).getMany(),
    'INVALID_ENTITY_VALUE',
  ],
  [
    'a filter of another type',
    () => filtered('score', FilterConditions.equalTo('x')),
    'INCORRECT_PROPERTY_TYPE',
  ],
  [
    'a filter on what is not declared',
    () => filtered('colour', FilterConditions.equalTo('x')),
    'UNKNOWN_ATTRIBUTE',
  ],
  [
    'bounds upside down',
    () => byScore().where(WhereConditions.between(27, 25)).getMany(),
    'INVALID_FILTER_VALUES',
  ],
];

describe('plain keys and secrets', () => {
  it('gives back a copy of what was kept, with its times', async () => {
    const result = await insideApp(async () => {
      const value = { deep: { list: [1, 2] } };
      await kvs.set('rubric:TI', value);
      value.deep.list.push(3);
      const options = { metadataFields: [MetadataField.CREATED_AT] };
      return [
        await kvs.get('rubric:TI'),
        await kvs.get('rubric:TI', options),
        await kvs.get('rubric:missing'),
      ];
    });
    expect(result).toEqual([
      { deep: { list: [1, 2] } },
      { key: 'rubric:TI', value: { deep: { list: [1, 2] } }, createdAt: NEW_YEARS_EVE },
      undefined,
    ]);
  });

  it('keeps secrets apart from plain keys', async () => {
    const result = await insideApp(async () => {
      await kvs.setSecret('hmac', 'hush');
      const before = [await kvs.getSecret('hmac'), await kvs.get('hmac')];
      await kvs.deleteSecret('hmac');
      return [...before, await kvs.getSecret('hmac')];
    });
    expect(result).toEqual(['hush', undefined, undefined]);
  });

  it('obeys key policies, and tells the previous value when asked', async () => {
    const result = await insideApp(async () => {
      await kvs.set('claim', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
      const refusal = await refusalOf(kvs.set('claim', 2, { keyPolicy: 'FAIL_IF_EXISTS' }));
      const previous = await kvs.set('claim', 3, {
        keyPolicy: 'OVERRIDE',
        returnValue: 'PREVIOUS',
      });
      return { refusal, previous, latest: await kvs.get('claim') };
    });
    expect(result).toEqual({
      refusal: { code: 'KEY_CONFLICT', status: 409 },
      previous: { key: 'claim', value: 1 },
      latest: 3,
    });
  });

  it('pages through a prefix in order of key', async () => {
    const pages = await insideApp(async () => {
      for (const key of ['b:3', 'a:1', 'b:1', 'b:2', 'c:1']) await kvs.set(key, key);
      const first = await kvs
        .query()
        .where('key', WhereConditions.beginsWith('b:'))
        .limit(2)
        .getMany();
      const next = await kvs
        .query()
        .where('key', WhereConditions.beginsWith('b:'))
        .limit(2)
        .cursor(String(first.nextCursor))
        .getMany();
      return [
        first.results.map((each) => each.key),
        next.results.map((each) => each.key),
        next.nextCursor,
      ];
    });
    expect(pages).toEqual([['b:1', 'b:2'], ['b:3'], undefined]);
  });

  it('forgets a value after its time to live', async () => {
    const clock = virtualClock(NEW_YEARS_EVE);
    const seen = await insideApp(
      async () => {
        await kvs.set('once', true, { ttl: { value: 2, unit: 'MINUTES' } });
        const before = await kvs.get('once');
        await new Promise((resolve) => setTimeout(resolve, 121_000));
        return [before, await kvs.get('once')];
      },
      { timeouts: { run: 600 } },
      { clock },
    );
    expect(seen).toEqual([true, undefined]);
  });
});

describe('custom entities', () => {
  it('are found by index, partition and range, in the order asked for, page by page', async () => {
    const found = await insideApp(async () => {
      for (const score of [30, 10, 50, 20, 40])
        await issueStore().set(`TI-${score}`, anIssue({ score }));
      await issueStore().set('TI-99', anIssue({ score: 99, open: false }));
      await issueStore().set('AC-35', anIssue({ score: 35, project: 'AC' }));
      const page = issueStore()
        .query()
        .index('by-score', { partition: ['TI', true] })
        .where(WhereConditions.greaterThan(10))
        .sort(Sort.DESC)
        .limit(3);
      const first = await page.getMany();
      const second = await page.cursor(String(first.nextCursor)).getMany();
      return [first, second].map(({ results }) => results.map((each) => each.key));
    }, ledger);
    expect(found).toEqual([['TI-50', 'TI-40', 'TI-30'], ['TI-20']]);
  });

  it.each([
    ['equal to', WhereConditions.equalTo(20), ['b1', 'b2']],
    ['between', WhereConditions.between(20, 30), ['b1', 'b2', 'c']],
    ['at least', WhereConditions.greaterThanEqualTo(20), ['b1', 'b2', 'c']],
    ['above', WhereConditions.greaterThan(20), ['c']],
    ['at most', WhereConditions.lessThanEqualTo(20), ['a', 'b1', 'b2']],
    ['below', WhereConditions.lessThan(20), ['a']],
  ])('are selected by a range %s', async (_name, condition, expected) => {
    const keys = await insideApp(async () => {
      for (const [key, score] of [
        ['a', 10],
        ['b1', 20],
        ['b2', 20],
        ['c', 30],
      ] as const)
        await issueStore().set(key, anIssue({ score }));
      const ascending = issueStore()
        .query()
        .index('by-score', { partition: ['TI', true] })
        .where(condition);
      const up = (await ascending.getMany()).results.map((each) => each.key);
      const down = (await ascending.sort(Sort.DESC).getMany()).results.map((each) => each.key);
      return [up, down];
    }, ledger);
    expect(keys).toEqual([expected, [...expected].reverse()]);
  });

  it('leave the index they no longer belong to', async () => {
    const lanes = await insideApp(async () => {
      await issueStore().set('TI-1', anIssue({ lane: 'stability' }));
      await issueStore().set('TI-1', anIssue({ lane: 'hot fix' }));
      await issueStore().set('TI-2', anIssue({ lane: 'hot fix' }));
      await issueStore().delete('TI-2');
      const inLane = async (lane: string) =>
        (
          await issueStore().query().index('lane').where(WhereConditions.beginsWith(lane)).getMany()
        ).results.map((each) => each.key);
      return [await inLane('stab'), await inLane('hot')];
    }, ledger);
    expect(lanes).toEqual([[], ['TI-1']]);
  });

  it('are filtered after a page is read, so that a page may be short and still have a next', async () => {
    const page = await insideApp(async () => {
      for (const score of [1, 2, 3, 4])
        await issueStore().set(
          `TI-${score}`,
          anIssue({ score, lane: score > 2 ? 'hot fix' : 'stability' }),
        );
      const hot = new Filter<Record<string, unknown>>().and(
        'lane',
        FilterConditions.equalTo('hot fix'),
      );
      const first = await issueStore()
        .query()
        .index('by-score', { partition: ['TI', true] })
        .filters(hot)
        .limit(2)
        .getMany();
      return { found: first.results.length, hasNext: first.nextCursor !== undefined };
    }, ledger);
    expect(page).toEqual({ found: 0, hasNext: true });
  });

  it('are found only after the lag that was asked for, as the platform is eventually consistent', async () => {
    const counts = await insideApp(
      async () => {
        await issueStore().set('TI-1', anIssue());
        const found = async () =>
          (await issueStore().query().index('by-key').getMany()).results.length;
        const atOnce = await found();
        await new Promise((resolve) => setTimeout(resolve, 500));
        return [atOnce, await found(), (await issueStore().get('TI-1')) !== undefined];
      },
      ledger,
      { delivery: { queryLagMs: 400 } },
    );
    expect(counts).toEqual([0, 1, true]);
  });

  it.each([
    ['an undeclared entity', () => kvs.entity('nothing').set('k', {}), 'SCHEMA_NOT_FOUND', 404],
    [
      'an undeclared attribute',
      () => issueStore().set('k', anIssue({ colour: 'red' })),
      'UNKNOWN_ATTRIBUTE',
    ],
    [
      'an attribute of another type',
      () => issueStore().set('k', anIssue({ score: 'high' })),
      'INCORRECT_PROPERTY_TYPE',
    ],
    [
      'an integer of more than 32 bits',
      () => issueStore().set('k', anIssue({ version: Date.now() })),
      'INCORRECT_PROPERTY_TYPE',
    ],
    [
      'an undeclared index',
      () => issueStore().query().index('by-colour').getMany(),
      'UNKNOWN_INDEX',
    ],
    [
      'a missing partition value',
      () =>
        issueStore()
          .query()
          .index('by-score', { partition: ['TI'] })
          .getMany(),
      'INVALID_PARTITION',
    ],
    [
      'a page above 100',
      () => issueStore().query().index('by-key').limit(101).getMany(),
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    ],
    [
      'a cursor from elsewhere',
      () => issueStore().query().index('by-key').cursor('bm9uc2Vuc2U').getMany(),
      'INVALID_CURSOR',
    ],
    ...badAttributes.map(
      ([name, over, code]) =>
        [name, () => issueStore().set('k', anIssue(over)), code] as [
          string,
          () => Promise<unknown>,
          string,
        ],
    ),
    ...badQueries,
  ] as Attempt[])('refuse %s', async (_name, attempt, code, status = 400) => {
    expect(await insideApp(async () => await refusalOf(attempt()), ledger)).toEqual({
      code,
      status,
    });
  });
});

describe('transactions and batches', () => {
  it('write everything or, when a condition does not hold, nothing', async () => {
    const seen = await insideApp(async () => {
      await issueStore().set('TI-1', anIssue({ version: 1 }));
      const isVersion = (version: number) =>
        new Filter<Record<string, unknown>>().and('version', FilterConditions.equalTo(version));
      const update = (from: number) =>
        kvs
          .transact()
          .set('TI-1', anIssue({ version: from + 1 }), {
            entityName: 'issue',
            conditions: isVersion(from),
          })
          .set(`log:${from}`, 'moved')
          .execute();
      await update(1);
      const refusal = await refusalOf(update(1));
      return [
        refusal.status,
        (await issueStore().get('TI-1'))?.['version'],
        await kvs.get('log:1'),
      ];
    }, ledger);
    expect(seen).toEqual([400, 2, 'moved']);
  });

  it('write nothing when one value is refused', async () => {
    const seen = await insideApp(async () => {
      const refusal = await refusalOf(
        kvs
          .transact()
          .set('fine', 1)
          .set('issue', { colour: 1 }, { entityName: 'issue' })
          .execute(),
      );
      return [refusal.code, await kvs.get('fine')];
    }, ledger);
    expect(seen).toEqual(['UNKNOWN_ATTRIBUTE', undefined]);
  });

  it('report each key of a batch on its own', async () => {
    const result = await insideApp(async () => {
      const written = await kvs.batchSet([
        { key: 'TI-1', value: anIssue(), entityName: 'issue' },
        { key: 'TI-2', value: anIssue({ score: 'high' }), entityName: 'issue' },
        { key: 'plain', value: { n: 1 } },
      ]);
      const read = await kvs.batchGet([{ key: 'TI-1', entityName: 'issue' }, { key: 'absent' }]);
      return [
        written.successfulKeys,
        written.failedKeys[0]?.error.code,
        read.successfulKeys[0]?.value,
        read.failedKeys[0],
      ];
    }, ledger);
    expect(result).toEqual([
      [{ key: 'TI-1', entityName: 'issue' }, { key: 'plain' }],
      'INCORRECT_PROPERTY_TYPE',
      anIssue(),
      { key: 'absent', error: { code: 'KEY_NOT_FOUND', message: 'Provided key does not exist' } },
    ]);
  });

  it.each([
    [
      'more than 25 keys',
      () =>
        kvs.batchSet(Array.from({ length: 26 }, (_, index) => ({ key: `k${index}`, value: 1 }))),
      'TOO_MANY_BATCH_ENTITIES',
    ],
    [
      'a transaction of more than 25 operations',
      () =>
        Array.from({ length: 26 }, (_, n) => `k${n}`)
          .reduce((all, key) => all.set(key, 1), kvs.transact())
          .execute(),
      'UNPROCESSABLE_ENTITY',
      422,
    ],
    [
      'the same key twice',
      () => kvs.transact().set('k', 1).delete('k').execute(),
      'KEY_DUPLICATION_ERROR',
    ],
    ['no key', () => kvs.batchGet([]), 'EMPTY_REQUEST'],
  ] as Attempt[])('refuse %s', async (_name, attempt, code, status = 400) => {
    expect(await insideApp(async () => await refusalOf(attempt()))).toEqual({ code, status });
  });
});

describe('limits of the storage', () => {
  it.each([
    ['a value above 240 KiB', () => kvs.set('big', 'x'.repeat(240 * 1024)), 'MAX_SIZE'],
    ['a value nested more than 31 levels deep', () => kvs.set('deep', nested(32)), 'MAX_DEPTH'],
    [
      'a life of no time',
      () => kvs.set('k', 1, { ttl: { value: 0, unit: 'SECONDS' } }),
      'INVALID_TTL',
    ],
    [
      'a cursor of a plain query that it never gave',
      () => kvs.query().cursor('bm9uc2Vuc2U').getMany(),
      'INVALID_CURSOR',
    ],
    ['a plain page above 100', () => kvs.query().limit(101).getMany(), 'LIST_QUERY_LIMIT_EXCEEDED'],
    ['a key above 500 characters', () => kvs.set('k'.repeat(501), 1), 'KEY_TOO_LONG'],
    ['a key with other characters', () => kvs.set('a/b', 1), 'INVALID_KEY'],
    ['an empty key', () => kvs.get(''), 'KEY_TOO_SHORT'],
  ])('refuse %s', async (_name, attempt, code) => {
    expect((await insideApp(async () => await refusalOf(attempt()))).code).toBe(code);
  });

  it('count units of 10 KB a minute, refuse what is beyond, and count afresh in the next minute', async () => {
    const write = async () => await kvs.set('k', 'x'.repeat(15_000));
    const seen = await insideApp(
      async () => {
        await write();
        const refusal = await refusalOf(write());
        await new Promise((resolve) => setTimeout(resolve, 60_000));
        await write();
        return refusal;
      },
      { timeouts: { run: 300 } },
      { limits: { kvsWriteUnitsPerMinute: 3 } },
    );
    expect(seen).toEqual({ code: 'RATE_LIMIT_EXCEEDED', status: 429 });
  });

  it('count requests a second where calls take time, whatever their size', async () => {
    const seen = await insideApp(
      async () => {
        const all = Array.from({ length: 5 }, (_, n) => kvs.get(`k${n}`));
        const refusal = await refusalOf(Promise.all(all));
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        await kvs.get('k');
        return refusal;
      },
      {},
      {
        latency: { storageMs: 20, jiraMs: 0, queueMs: 0 },
        limits: { kvsRequestsPerSecond: 4 },
      },
    );
    expect(seen).toEqual({ code: 'RATE_LIMIT_EXCEEDED', status: 429 });
  });

  it('need the scope storage:app', async () => {
    expect(await insideApp(async () => await refusalOf(kvs.get('k')), { scopes: [] })).toEqual({
      code: 'FORBIDDEN',
      status: 403,
    });
  });

  it.each([
    ['E!', {}, [], 'needs a name of 3 to 60 characters'],
    ['Entity!', {}, [], 'the name of entity Entity! does not match'],
    ['-entity', {}, [], 'the name of entity -entity does not match'],
    ['entity', { note: { type: 'any' } }, ['note'], 'index note of entity is on note'],
    [
      'entity',
      { note: { type: 'any' }, at: { type: 'integer' } },
      [{ name: 'by-note', partition: ['note'], range: ['at'] }],
      'index by-note of entity is on note',
    ],
  ])('refuse the entity %s with %j and the indexes %j', (name, attributes, indexes, problem) => {
    expect(() => tinyHost({ app: {}, entities: [{ name, attributes, indexes }] })).toThrow(problem);
  });

  it('are named when the manifest itself breaks one', () => {
    const entity = {
      name: 'wide',
      attributes: { a: { type: 'string' } },
      indexes: Array.from({ length: 8 }, () => 'a'),
    };
    expect(() => tinyHost({ app: {}, entities: [entity] })).toThrow(
      'entity wide has 8 indexes; 7 are allowed',
    );
  });
});

it('holds 100,000 entities that keep moving through an index', async () => {
  const top = await insideApp(
    async () => {
      for (let first = 0; first < 100_000; first += 25) {
        const items = Array.from({ length: 25 }, (_, index) => ({
          key: `TI-${first + index}`,
          value: anIssue({ score: (first + index) % 997 }),
          entityName: 'issue',
        }));
        await kvs.batchSet(items);
      }
      for (let each = 0; each < 1_000; each += 1) {
        await issueStore().set(`TI-${each}`, anIssue({ score: 1_000 + each }));
        await issueStore()
          .query()
          .index('by-score', { partition: ['TI', true] })
          .sort(Sort.DESC)
          .limit(1)
          .getMany();
      }
      return await issueStore()
        .query()
        .index('by-score', { partition: ['TI', true] })
        .sort(Sort.DESC)
        .getOne();
    },
    ledger,
    { limits: { kvsWriteUnitsPerMinute: 1e6, kvsReadUnitsPerMinute: 1e6 } },
  );
  expect(top?.key).toBe('TI-999');
});
