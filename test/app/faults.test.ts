import { lenientReadings } from '../../dev/forge/kvs/readings';
import { faultRun, inWords, type Trouble } from '../faults/fault-run';

const COUNT = 300;
/** Longer than a call is tried again: what stands in the fields is unknown then. */
const unwritable: Trouble['faults'] = [
  { every: 1, times: 12, path: '/app/field', effect: { kind: 'status', status: 503 } },
];

const troubles: Readonly<Record<string, Trouble>> = {
  'every tenth call is asked to wait': {
    faults: [{ every: 10, effect: { kind: 'status', status: 429, retryAfterSeconds: 2 } }],
  },
  'calls fail and connections break': {
    faults: [
      { every: 7, effect: { kind: 'status', status: 500 } },
      { every: 9, effect: { kind: 'drop', when: 'before' } },
      { every: 11, effect: { kind: 'drop', when: 'after' } },
    ],
  },
  'consumers are killed in the middle': { kills: 6, deeds: 24 },
  'consumers are killed in the middle, and storage is read the other way': {
    kills: 6,
    deeds: 24,
    storage: lenientReadings,
  },
  'everything comes twice, late and shuffled, while people edit, move and delete': {
    delivery: { duplicate: true, shuffle: 5, eventDelayMs: 180_000, queryLagMs: 1_500 },
    deeds: 40,
  },
  'searches lag a minute behind while people edit, move and delete': {
    searchLagMs: 60_000,
    deeds: 40,
  },
  'searches lag while jobs meet a new rubric and people edit': {
    searchLagMs: 20_000,
    jobs: true,
    deeds: 40,
    kills: 6,
  },
  'jobs meet a new rubric, which takes scores away, while people edit and fields cannot be written for a time':
    { jobs: true, deeds: 40, kills: 6, faults: unwritable },
};

describe('a backlog comes to the same ledger and fields as in a calm run when', () => {
  it.each(Object.entries(troubles))('%s', async (name, trouble) => {
    const outcome = await faultRun(COUNT, trouble);
    if (outcome.lost.length + outcome.wrong.length > 0)
      process.stdout.write(`${inWords(name, outcome)}\n${outcome.wrong.slice(0, 2).join('\n')}\n`);
    expect({
      lost: outcome.lost.length,
      wrong: outcome.wrong.length,
      leftOver: outcome.leftOver,
      failures: outcome.failures,
    }).toEqual({ lost: 0, wrong: 0, leftOver: [], failures: [] });
    expect(outcome.issues).toBeGreaterThan(200);
    if (trouble.faults) expect(outcome.injected).toBeGreaterThan(0);
    if (trouble.kills) expect(outcome.kills).toBe(trouble.kills);
  });
});
