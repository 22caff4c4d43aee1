import { forgeRescoreQueue } from '../../src/queue/rescore-queue';
import { Limited } from '../../src/usecases/ports/failures';
import { tinyHost } from '../dev/forge/tiny-host';

/** What comes of a push inside an app whose platform has these limits. */
async function pushing(limits: object): Promise<{ readonly failure: unknown; delivered: number }> {
  let failure: unknown = null;
  let delivered = 0;
  const { host } = tinyHost(
    {
      app: {
        run: async () => {
          failure = await forgeRescoreQueue()
            .push([{ kind: 'run', followUp: false, delay: 0 }])
            .then(
              () => null,
              (thrown: unknown) => thrown,
            );
        },
        take: () => void (delivered += 1),
      },
      modules: {
        scheduledTrigger: [{ key: 'run', function: 'run', interval: 'day' }],
        consumer: ['rescore', 'backlog'].map((queue) => ({ key: queue, queue, function: 'take' })),
      },
    },
    { limits },
  );
  await host.runSchedule('run');
  await host.settle();
  return { failure, delivered };
}

describe('a push at the end of a chain that the platform cuts', () => {
  it('is left to the next event and the schedule', async () => {
    expect(await pushing({ cyclicPushes: 0 })).toEqual({ failure: null, delivered: 0 });
  });

  it('is unlike one that passes by itself', async () => {
    expect((await pushing({ queueEventsPerMinute: 0 })).failure).toBeInstanceOf(Limited);
    expect(await pushing({})).toEqual({ failure: null, delivered: 1 });
  });
});
