import { onRescoreRequest } from '../../src/entrypoints/rescore-consumer';
import { anIssue, inMemoryWorld, NOW } from '../usecases/in-memory-world';
import { requestRescore } from '../../src/usecases/scoring/request-rescore';

describe('the consumer of the rescore queue', () => {
  it.each([
    ['what is put on the queue today', { kind: 'run', followUp: false }],
    ['what an earlier version has put there', { kind: 'drain', echo: false }],
  ])('understands %s', async (_, body) => {
    const issue = anIssue('PAY-1');
    const world = inMemoryWorld([issue]);
    await requestRescore([issue.id], 'read', world);
    await world.rescoreRequests.writeRun({ runs: 1, followUp: null, busyUntil: 0, begun: [] });
    await onRescoreRequest({ body }, world, NOW);
    expect(world.entries.get(issue.id)?.key).toBe('PAY-1');
    expect(world.engine.rescoreRequests.size).toBe(0);
  });

  it.each([[{ kind: 'run', followUp: true }], [{ kind: 'drain', echo: true }]])(
    'asks for no other follow-up run after %j',
    async (body) => {
      const world = inMemoryWorld([]);
      await onRescoreRequest({ body }, world, NOW);
      expect(world.engine.requests).toEqual([]);
    },
  );

  it('refuses what it does not know', () => {
    expect(() => onRescoreRequest({ body: { kind: 'other' } }, inMemoryWorld([]), NOW)).toThrow();
  });
});
