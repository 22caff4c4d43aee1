import {
  InvocationError,
  PartialSuccessError,
  PayloadTooBigError,
  Queue,
  RateLimitError,
  InvocationLimitReachedError,
  type AsyncEvent,
} from '@forge/events';
import type { ForgeHostOptions } from '../../../dev/forge/host';
import { NEW_YEARS_EVE, tinyHost } from './tiny-host';

type Consumer = (event: AsyncEvent) => unknown;

const MINUTE_MS = 60_000;
const queue = new Queue({ key: 'work' });

/** An app whose schedule pushes and whose consumer is given. */
const queueApp = (
  push: () => Promise<unknown>,
  consume: Consumer,
  options: Partial<ForgeHostOptions> = {},
  timeouts: Record<string, number> = {},
) =>
  tinyHost(
    {
      app: { push, consume },
      timeouts,
      modules: {
        scheduledTrigger: [{ key: 'push', function: 'push', interval: 'day' }],
        consumer: [{ key: 'consume', function: 'consume', queue: 'work' }],
      },
    },
    options,
  );

const run = async (...parts: Parameters<typeof queueApp>): Promise<ReturnType<typeof queueApp>> => {
  const app = queueApp(...parts);
  await app.host.runSchedule('push');
  await app.host.settle();
  return app;
};

const numbered = (count: number): { body: { n: number } }[] =>
  Array.from({ length: count }, (_, n) => ({ body: { n } }));

describe('delivery', () => {
  it('hands each event to the consumer once, with its queue and job', async () => {
    const seen: AsyncEvent[] = [];
    let jobId = '';
    const { host } = await run(
      async () => ({ jobId } = await queue.push(numbered(3))),
      (event) => void seen.push(event),
    );
    expect(seen.map((each) => each.body)).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
    expect(seen[0]).toMatchObject({ queueName: 'work', jobId });
    expect(host.inspect().queues['work']).toEqual({
      delayed: 0,
      waiting: 0,
      running: 0,
      retrying: 0,
      delivered: 3,
      lost: 0,
    });
  });

  it('does not start on a virtual clock before somebody settles', async () => {
    const seen: unknown[] = [];
    const { host } = queueApp(
      async () => await queue.push(numbered(2)),
      (event) => void seen.push(event),
    );
    await host.runSchedule('push');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([]);
    expect(host.inspect().queues['work']).toMatchObject({ waiting: 2 });
    await host.settle();
    expect(seen).toHaveLength(2);
  });

  it('waits for the delay that was asked for', async () => {
    const times: number[] = [];
    const { clock, host } = queueApp(
      async () => await queue.push({ body: {}, delayInSeconds: 900 }),
      () => void times.push(Date.now()),
    );
    const pushed = clock.now();
    await host.runSchedule('push');
    expect(host.inspect().queues['work']).toMatchObject({ delayed: 1 });
    await host.settle();
    expect(times).toEqual([pushed + 15 * MINUTE_MS]);
  });

  it('brings everything twice when told to', async () => {
    const seen: string[] = [];
    await run(
      async () => await queue.push(numbered(2)),
      (event) => void seen.push(event.eventId),
      { delivery: { duplicate: true } },
    );
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(2);
  });

  it('shuffles by seed: the same seed gives the same order', async () => {
    const order = async (shuffle?: number): Promise<unknown[]> => {
      const seen: unknown[] = [];
      const delivery = shuffle === undefined ? {} : { shuffle };
      await run(
        async () => await queue.push(numbered(30)),
        (event) => void seen.push(event.body['n']),
        { delivery },
      );
      return seen;
    };
    const [plain, first, again, other] = [
      await order(),
      await order(1),
      await order(1),
      await order(2),
    ];
    expect(plain).toEqual([...plain].sort((a, b) => Number(a) - Number(b)));
    expect(first).toEqual(again);
    expect(first).not.toEqual(plain);
    expect(first).not.toEqual(other);
    expect([...other].sort((a, b) => Number(a) - Number(b))).toEqual(plain);
  });

  it('runs several at a time, but no more of one concurrency key than its limit', async () => {
    const running = { all: 0, keyed: 0, mostOfAll: 0, mostKeyed: 0 };
    await run(
      async () =>
        await queue.push(
          Array.from({ length: 20 }, (_, n) => ({
            body: { keyed: n % 2 === 0 },
            ...(n % 2 === 0 ? { concurrency: { key: 'TI', limit: 2 } } : {}),
          })),
        ),
      async (event) => {
        const keyed = event.body['keyed'] ? 1 : 0;
        running.all += 1;
        running.keyed += keyed;
        running.mostOfAll = Math.max(running.mostOfAll, running.all);
        running.mostKeyed = Math.max(running.mostKeyed, running.keyed);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        running.all -= 1;
        running.keyed -= keyed;
      },
    );
    expect(running).toEqual({ all: 0, keyed: 0, mostOfAll: 10, mostKeyed: 2 });
  });

  it('lets what finds its key in use come back later and later where it is told to', async () => {
    const times: number[] = [];
    await run(
      async () =>
        await queue.push(
          [0, 1].map((n) => ({ body: { n }, concurrency: { key: 'TI', limit: 1 } })),
        ),
      async () => {
        times.push(Date.now() - NEW_YEARS_EVE);
        await new Promise((resolve) => setTimeout(resolve, 50_000));
      },
      { delivery: { turnsAway: true } },
    );
    expect(times).toEqual([0, 75_000]);
  });

  it('delivers what waited for its key after the key had been idle', async () => {
    const seen: unknown[] = [];
    const keyed = (n: number) => ({ body: { n }, concurrency: { key: 'TI', limit: 1 } });
    await run(
      async () => await queue.push([keyed(0)]),
      async (event) => {
        seen.push(event.body['n']);
        if (event.body['n'] === 0) await queue.push([1, 2, 3].map(keyed));
      },
    );
    expect([...seen].sort()).toEqual([0, 1, 2, 3]);
  });
});

describe('retries', () => {
  it('happen after the time asked for, with the reason and data of the handler', async () => {
    const contexts: unknown[] = [];
    const times: number[] = [];
    const { host } = await run(
      async () => await queue.push({ body: {} }),
      (event) => {
        times.push(Date.now());
        contexts.push(event.retryContext);
        return event.retryContext
          ? undefined
          : new InvocationError({
              retryAfter: 120,
              retryReason: 'LIMITED' as never,
              retryData: { page: 2 },
            });
      },
    );
    expect(contexts).toEqual([
      undefined,
      expect.objectContaining({ retryCount: 1, retryReason: 'LIMITED', retryData: { page: 2 } }),
    ]);
    expect(Number(times[1]) - Number(times[0])).toBe(2 * MINUTE_MS);
    expect(host.invocations.totals()).toMatchObject({ retriesAsked: 1, failed: 0 });
  });

  it('end after the fourth, and the event is lost', async () => {
    let runs = 0;
    const { host } = await run(
      async () => await queue.push({ body: {} }),
      () => {
        runs += 1;
        throw new Error('always');
      },
    );
    expect(runs).toBe(5);
    expect(host.inspect().queues['work']).toMatchObject({ delivered: 5, lost: 1 });
    expect(host.invocations.recent().at(-1)).toMatchObject({
      outcome: 'failed',
      error: 'Error: always',
      handler: 'index.consume',
    });
  });

  it('follow a consumer that ran out of time, whose late writes have no effect', async () => {
    const reasons: (string | undefined)[] = [];
    const { host } = await run(
      async () => await queue.push({ body: {} }),
      async (event) => {
        reasons.push(event.retryContext?.retryReason);
        if (event.retryContext) return;
        await new Promise((resolve) => setTimeout(resolve, 31_000));
        await queue.push({ body: { late: true } });
      },
      {},
      { consume: 30 },
    );
    expect(reasons).toEqual([undefined, 'FUNCTION_TIME_OUT']);
    expect(host.invocations.totals()).toMatchObject({ timedOut: 1, queuePushes: 1 });
  });

  it('also follow a consumer that waits for what never comes', async () => {
    let runs = 0;
    await run(
      async () => await queue.push({ body: {} }),
      async () => {
        runs += 1;
        if (runs === 1) await new Promise(() => undefined);
      },
    );
    expect(runs).toBe(2);
  });
});

describe('jobs', () => {
  it('tell how many of their events are done, under way and failed', async () => {
    const stats: unknown[] = [];
    await run(
      async () => {
        const { jobId } = await queue.push([
          ...numbered(2),
          { body: { stats: true }, delayInSeconds: 10 },
        ]);
        stats.push(await queue.getStats(jobId));
      },
      async (event) => {
        if (event.body['stats']) stats.push(await queue.getStats(event.jobId));
      },
    );
    expect(stats).toEqual([
      { success: 0, inProgress: 3, failed: 0 },
      { success: 2, inProgress: 1, failed: 0 },
    ]);
  });

  it('can be cancelled before their events start', async () => {
    const seen: unknown[] = [];
    await run(
      async () => {
        const { jobId } = await queue.push(numbered(3));
        await queue.cancel(jobId);
      },
      (event) => void seen.push(event),
    );
    expect(seen).toEqual([]);
  });
});

describe('limits of a push', () => {
  const refusalOf = async (
    push: () => Promise<unknown>,
    options: Partial<ForgeHostOptions> = {},
    timeouts: Record<string, number> = {},
  ): Promise<unknown> => {
    let refusal: unknown;
    await run(
      async () => {
        refusal = await push().catch((error: unknown) => error);
      },
      () => undefined,
      options,
      timeouts,
    );
    return refusal;
  };

  it('refuse more than 500 events a minute', async () => {
    const refusal = await refusalOf(async () => {
      for (let each = 0; each < 10; each += 1) await queue.push(numbered(50));
      await queue.push(numbered(1));
    });
    expect(refusal).toBeInstanceOf(RateLimitError);
  });

  it('refuse an event above 100 KB for a consumer that may run longer than 55 s, and no other', async () => {
    const push = async () => await queue.push({ body: { text: 'x'.repeat(110 * 1024) } });
    expect(await refusalOf(push, {}, { consume: 900 })).toBeInstanceOf(PayloadTooBigError);
    expect(await refusalOf(push)).toHaveProperty('jobId');
  });

  it('refuse the 1,001st push that descends from one invocation', async () => {
    let pushes = 0;
    let refusal: unknown;
    await run(
      async () => await queue.push({ body: {} }),
      async () => {
        pushes += 1;
        await queue.push({ body: {}, delayInSeconds: 1 }).catch((error: unknown) => {
          refusal = error;
        });
      },
    );
    expect(pushes).toBe(1_000);
    expect(refusal).toBeInstanceOf(InvocationLimitReachedError);
  });

  it('refuse a queue that nobody reads', async () => {
    const refusal = await refusalOf(
      async () => await new Queue({ key: 'elsewhere' }).push({ body: {} }),
    );
    expect(String(refusal)).toContain('No consumer in manifest.yml reads the queue elsewhere');
    expect(refusal).not.toBeInstanceOf(PartialSuccessError);
  });
});

it('runs 10,000 consumer invocations in seconds, and keeps the records of the last 2,000', async () => {
  const started = performance.now();
  const { host } = await run(
    async () => {
      for (let each = 0; each < 200; each += 1) await queue.push(numbered(50));
    },
    () => undefined,
    { limits: { queueEventsPerMinute: 10_000 } },
  );
  expect(host.invocations.totals().invocations).toBe(10_001);
  expect(host.invocations.recent()).toHaveLength(2_000);
  expect(host.invocations.recent().map((each) => each.id)).toEqual(
    Array.from({ length: 2_000 }, (_, index) => 8_002 + index),
  );
  expect(performance.now() - started).toBeLessThan(10_000);
});
