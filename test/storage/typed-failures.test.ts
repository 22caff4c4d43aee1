import { ForgeKvsError } from '@forge/kvs';
import { SENDERS } from '../../src/core/evidence-feeds/senders';
import { newJob } from '../../src/core/jobs/job';
import { kvsCustomers } from '../../src/storage/customers';
import { kvsDecisions } from '../../src/storage/decisions';
import { kvsDrafts, kvsProposals } from '../../src/storage/drafts';
import { kvsEvidence } from '../../src/storage/evidence';
import { kvsEvidenceIntake } from '../../src/storage/evidence-intake';
import { kvsEvidenceSecret } from '../../src/storage/evidence-secret';
import { kvsJobs } from '../../src/storage/jobs';
import { kvsLedger } from '../../src/storage/ledger';
import { kvsNotes } from '../../src/storage/notes';
import { kvsOverrides } from '../../src/storage/overrides';
import { kvsOwedRescoring } from '../../src/storage/owed-rescoring';
import { kvsErasures } from '../../src/storage/erasures';
import { kvsPilots } from '../../src/storage/pilots';
import { kvsPostMortems } from '../../src/storage/post-mortems';
import { kvsProjectRecords } from '../../src/storage/project-records';
import { kvsRemovals } from '../../src/storage/removals';
import { kvsPreviews } from '../../src/storage/previews';
import { kvsRescoreRequests } from '../../src/storage/rescore-requests';
import { kvsRubrics } from '../../src/storage/rubrics';
import { rememberedSiteFields } from '../../src/storage/site-fields-memory';
import { kvsSiteStorage } from '../../src/storage/site-storage';
import { kvsSpending } from '../../src/storage/spending';
import { kvsUpdates } from '../../src/storage/updates';
import { kvsVotes } from '../../src/storage/votes';
import { Limited, NotKept, Unavailable } from '../../src/usecases/ports/failures';
import { insideApp } from '../dev/forge/tiny-host';
import { aDecision, anEntry, aRubric } from './records';
import { namesAsTheyAre, nothingNamed } from './names-as-they-are';

const AT = new Date('2026-11-16T09:00:00Z');
const customer = { name: 'Acme', segment: null, weight: null, revenue: null };
const evidence = {
  source: 'Tool',
  externalId: 'T-1',
  customer: { value: null },
  raised: '2026-11-16',
  state: { value: { is: 'open' } },
};
const request = { issueId: '10001', kind: 'read', token: 't', run: 0, at: 0 };
const job = newJob({ id: 'j', scope: 'PAY', cause: 'daily', steps: ['wake'] }, AT);

/** Every adapter, with arguments for each of its methods that reaches storage. */
const ADAPTERS: Readonly<Record<string, readonly [make: () => object, asked: object]>> = {
  customers: [
    kvsCustomers,
    {
      read: [['acme']],
      write: [[customer]],
      revision: [],
      replace: [customer, 'Bolt', 1],
      remove: [['acme']],
      page: [null],
      beginning: ['no'],
    },
  ],
  decisions: [
    () => kvsDecisions(namesAsTheyAre),
    {
      record: [[aDecision('d')]],
      of: ['10001', 5],
      page: ['10001', null],
      these: [['d']],
      issuesOf: ['PAY', null],
      removeSome: ['10001'],
      removeOlder: ['PAY', '2026-11-16'],
      countOlder: ['PAY', '2026-11-16', 10],
    },
  ],
  drafts: [
    () => kvsDrafts(namesAsTheyAre),
    {
      mine: ['site', 'ann'],
      everybody: ['site'],
      save: ['site', 'ann', {}, 0],
      discard: ['site', 'ann', 1],
    },
  ],
  proposals: [
    () => kvsProposals(namesAsTheyAre),
    { read: ['site'], write: ['site', { waiting: null, refused: [], revision: 0 }] },
  ],
  evidence: [
    kvsEvidence,
    {
      read: [evidence],
      write: [evidence, [], null],
      attach: ['10001', evidence],
      ofIssues: [['10001']],
      ofCustomer: ['acme'],
      detach: ['10001', evidence],
      raisedBy: [1, null],
      remove: [[{ kept: evidence, revision: 1 }]],
      removeOf: ['10001', () => null],
    },
  ],
  intake: [
    () => kvsEvidenceIntake(() => 0),
    {
      read: [],
      count: [
        { at: '2026-11-16T09:00:00.000Z', outcome: 'recorded', reason: null, stranger: false },
      ],
    },
  ],
  secret: [
    () => kvsEvidenceSecret(() => 'token'),
    {
      read: [],
      replace: [() => ({ current: 's', older: null })],
      connections: [SENDERS.pagerduty],
      changeConnections: [SENDERS.pagerduty, (): never[] => []],
    },
  ],
  jobs: [
    () => kvsJobs(namesAsTheyAre),
    {
      order: ['PAY'],
      give: [{ scope: 'PAY', wish: 'run', job }],
      read: ['j'],
      write: [job],
      coverage: ['PAY'],
      cover: ['PAY', { issues: 1, at: '' }],
      uncover: [],
      orders: [],
    },
  ],
  ledger: [
    () => kvsLedger(namesAsTheyAre),
    {
      read: [['10001']],
      write: [[anEntry('10001')]],
      remove: [['10001']],
      keepTombstones: [['10001'], AT],
      page: [{ by: 'open' }, null],
    },
  ],
  erasures: [
    () => kvsErasures(() => 0),
    { record: [{ at: AT.toISOString(), by: 'ann', evidence: 1 }], newest: [5] },
  ],
  notes: [kvsNotes, { read: [], write: [{ failures: [] }] }],
  overrides: [kvsOverrides, { of: ['10001'], replace: ['10001', [], []] }],
  owed: [
    kvsOwedRescoring,
    { keep: ['o', ['acme'], AT], all: [], among: [['o'], ['acme']], clear: [['o']] },
  ],
  pilots: [
    () => kvsPilots(namesAsTheyAre),
    { read: ['PAY'], begin: ['PAY', {}], end: ['PAY'], among: [['PAY']] },
  ],
  postMortems: [
    () => kvsPostMortems(namesAsTheyAre),
    {
      read: [['10001']],
      write: [{ issueId: '10001', project: 'PAY', revision: 1, due: null }],
      ofProject: ['PAY'],
      remove: [['10001']],
    },
  ],
  previews: [
    kvsPreviews,
    { draft: ['j'], keepDraft: ['j', {}], result: ['j'], keepResult: ['j', {}] },
  ],
  projectRecords: [() => kvsProjectRecords(namesAsTheyAre), { remove: ['PAY'] }],
  removals: [
    kvsRemovals,
    {
      schedule: [
        [{ departed: { kind: 'issue', id: '10001', within: null }, deletedAt: '', day: 1 }],
      ],
      any: [],
      among: ['issue', ['10001']],
      due: [1],
      clear: ['issue', ['10001']],
    },
  ],
  rescoreRequests: [
    kvsRescoreRequests,
    {
      read: [['10001'], 'read'],
      schedule: [],
      write: [[request]],
      writeDue: [null],
      writeRun: [{ runs: 0, followUp: null, busyUntil: 0, begun: [] }],
      oldest: [],
      clear: [[request]],
    },
  ],
  rubrics: [
    () => kvsRubrics(namesAsTheyAre, nothingNamed),
    {
      read: ['site'],
      edition: ['site', 1],
      publish: ['site', aRubric(1)],
      notes: ['site', [1]],
      owned: [],
    },
  ],
  siteFields: [
    () =>
      rememberedSiteFields(
        { fields: () => Promise.resolve([]), workingTime: () => Promise.resolve(null) },
        () => AT,
      ),
    { all: [], forget: [] },
  ],
  siteStorage: [kvsSiteStorage, { known: [], tryOut: [AT] }],
  spending: [() => kvsSpending(() => 0), { read: [1], add: [1, 1], pool: [1], keepPool: [1, {}] }],
  updates: [
    kvsUpdates,
    {
      read: ['10001'],
      write: [{ issueId: '10001', revision: 1, rounds: [] }],
      remove: [['10001']],
    },
  ],
  votes: [kvsVotes, { of: ['10001'], change: ['10001', (votes: unknown) => votes] }],
};
/** Reaches no storage. */
const AT_REST = new Set(['rubrics.refresh', 'customers.owed']);

const CALLS = Object.entries(ADAPTERS).flatMap(([name, [make, asked]]) =>
  Object.entries(asked).map(([method, args]): [string, () => object, string, unknown[]] => [
    `${name}.${method}`,
    make,
    method,
    args as unknown[],
  ]),
);

async function failureOf(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => 'no failure',
    (failure: unknown) => failure,
  );
}

describe('whatever storage answers', () => {
  it('no method of an adapter is left out of this table', () => {
    const known = new Set([...CALLS.map(([name]) => name), ...AT_REST]);
    const all = Object.entries(ADAPTERS).flatMap(([name, [make]]) =>
      Object.keys(make()).map((method) => `${name}.${method}`),
    );
    expect(all.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(CALLS)('%s fails in words when it is refused', async (_name, make, method, args) => {
    const failure = await insideApp(
      () =>
        failureOf(() =>
          (Reflect.get(make(), method) as (...all: unknown[]) => Promise<unknown>)(...args),
        ),
      { scopes: [] },
    );
    expect(failure).not.toBeInstanceOf(ForgeKvsError);
    expect(failure).toBeInstanceOf(NotKept);
    expect((failure as NotKept).message).toMatch(/^Storage refused while \w+ing .+\(FORBIDDEN\)/u);
    expect((failure as NotKept).advice).not.toBe('');
  });

  it('too many calls are to be waited for', async () => {
    const failure = await insideApp(
      () => failureOf(() => kvsLedger(namesAsTheyAre).read(['10001'])),
      {},
      { limits: { kvsReadUnitsPerMinute: 0 } },
    );
    expect(failure).toBeInstanceOf(Limited);
    expect(failure).not.toBeInstanceOf(Unavailable);
  });
});
