import { lenientReadings } from '../../dev/forge/kvs/readings';
import { faultRun, inWords, type Trouble } from './fault-run';

const COUNT = 10_000;

const jiraTrouble: Trouble['faults'] = [
  { every: 10, effect: { kind: 'status', status: 429, retryAfterSeconds: 2 } },
  { every: 50, effect: { kind: 'status', status: 500 } },
  { every: 33, effect: { kind: 'drop', when: 'before' } },
  { every: 37, effect: { kind: 'drop', when: 'after' } },
];
const shuffled: Trouble['delivery'] = {
  duplicate: true,
  shuffle: 5,
  eventDelayMs: 180_000,
  queryLagMs: 1_500,
};
/** Longer than a call is tried again: what stands in the fields is unknown then. */
const unwritable: Trouble['faults'] = [
  { every: 1, times: 12, path: '/app/field', effect: { kind: 'status', status: 503 } },
];

const everything: Trouble = {
  faults: jiraTrouble,
  delivery: shuffled,
  searchLagMs: 10_000,
  kills: 20,
  deeds: 800,
};

const troubles: Readonly<Record<string, Trouble>> = {
  'every tenth call is asked to wait': { faults: jiraTrouble.slice(0, 1) },
  'every fiftieth call fails and connections are dropped': { faults: jiraTrouble.slice(1) },
  'consumers are killed at 20 random points': { kills: 20 },
  'every event comes twice and shuffled while issues are edited, linked, moved, closed and deleted':
    { delivery: shuffled, deeds: 800 },
  'several jobs run at once and a new rubric comes in between, which takes scores away, while issues are edited, fields cannot be written for a time and consumers are killed':
    { jobs: true, deeds: 800, kills: 20, faults: unwritable },
  'searches lag a minute behind while issues are edited, linked, moved, closed and deleted': {
    searchLagMs: 60_000,
    deeds: 800,
  },
  'everything goes wrong at once': everything,
  // The other reading of the storage once, where all the rest comes together: it changes how records are written, not what else goes wrong.
  'everything goes wrong at once, and storage is read the other way': {
    ...everything,
    storage: lenientReadings,
  },
};

describe('10,000 issues come to the same ledger and fields as in a calm run when', () => {
  it.each(Object.entries(troubles))('%s', async (name, trouble) => {
    const outcome = await faultRun(COUNT, trouble);
    process.stdout.write(`${inWords(name, outcome)}\n${outcome.wrong.slice(0, 1).join('\n')}\n`);
    const { lost, wrong, leftOver, failures } = outcome;
    expect({ lost: lost.length, wrong: wrong.length, leftOver, failures }).toEqual({
      lost: 0,
      wrong: 0,
      leftOver: [],
      failures: [],
    });
    expect(outcome.injected > 0).toBe(trouble.faults !== undefined);
    expect(outcome.kills).toBe(trouble.kills ?? 0);
  });
});
