import { Limited } from '../../../src/usecases/ports/failures';
import { beginPilot, endPilot, type Switching } from '../../../src/usecases/pilot/switch-pilot';
import { anIssue, aViewer, inMemoryWorld, NOW, type InMemoryWorld } from '../in-memory-world';

const by = (world: Switching['world'], who = 'ann'): Switching => ({
  me: who,
  viewer: aViewer({ permissions: ['ADMINISTER_PROJECTS'] }),
  world,
  now: NOW,
});
const begin = (world: Switching['world'], who?: string): Promise<void> =>
  beginPilot('PAY', 'one sprint', by(world, who));
const end = (world: Switching['world']): Promise<{ readonly jobId: string }> =>
  endPilot('PAY', by(world));

/** The world with one of its calls refused, once. */
function cutAt(
  world: InMemoryWorld,
  which: 'jobs.give' | 'queue.push' | 'pilots.begin' | 'pilots.end',
): InMemoryWorld {
  let cut = false;
  const once =
    <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (!cut) {
        cut = true;
        throw new Limited(5, 'Storage asks to wait');
      }
      return work(...args);
    };
  const { jobs, queue, pilots } = world;
  return {
    ...world,
    ...(which === 'jobs.give' && { jobs: { ...jobs, give: once(jobs.give) } }),
    ...(which === 'queue.push' && { queue: { ...queue, push: once(queue.push) } }),
    ...(which === 'pilots.begin' && { pilots: { ...pilots, begin: once(pilots.begin) } }),
    ...(which === 'pilots.end' && { pilots: { ...pilots, end: once(pilots.end) } }),
  };
}

const onQueue = ({ engine }: InMemoryWorld): readonly string[] =>
  engine.requests.flatMap((one) => (one.kind === 'job' ? [one.jobId] : []));

describe('switching a pilot', () => {
  it.each(['jobs.give', 'queue.push', 'pilots.end'] as const)(
    'off, cut off at %s, is done by trying again',
    async (which) => {
      const world = inMemoryWorld([anIssue('PAY-1')]);
      await begin(world);
      const cut = cutAt(world, which);
      await expect(end(cut)).rejects.toThrow('Storage asks to wait');
      const { jobId } = await end(cut);
      expect(await world.pilots.read('PAY')).toBeNull();
      expect(await world.jobs.order('PAY')).toMatchObject({
        wish: 'run',
        job: { id: jobId, cause: 'live' },
      });
      expect(onQueue(world)).toContain(jobId);
    },
  );

  it.each(['jobs.give', 'queue.push', 'pilots.begin'] as const)(
    'on, cut off at %s, is done by trying again',
    async (which) => {
      const world = inMemoryWorld([anIssue('PAY-1')]);
      const cut = cutAt(world, which);
      await expect(begin(cut)).rejects.toThrow('Storage asks to wait');
      await begin(cut);
      expect(await world.pilots.read('PAY')).toMatchObject({ by: 'ann', reason: 'one sprint' });
      expect(onQueue(world)).toEqual([(await world.jobs.order('PAY'))?.job.id]);
    },
  );

  it('is refused where it is done: on by somebody else, on once its pass has begun, and off once its work has', async () => {
    const world = inMemoryWorld([anIssue('PAY-1')]);
    await begin(world);
    await expect(begin(world, 'bob')).rejects.toThrow('This project is already a pilot');
    const first = (await world.jobs.order('PAY'))?.job;
    if (first !== undefined) await world.jobs.write(first);
    await expect(begin(world)).rejects.toThrow('This project is already a pilot');
    await end(world);
    const live = (await world.jobs.order('PAY'))?.job;
    if (live !== undefined) await world.jobs.write(live);
    await expect(end(world)).rejects.toThrow('The pilot of this project has already ended');
  });
});
