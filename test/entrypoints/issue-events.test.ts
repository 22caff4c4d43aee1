import { onIssueEvent } from '../../src/entrypoints/issue-events';
import { onRescoreRequest } from '../../src/entrypoints/rescore-consumer';
import { Limited } from '../../src/usecases/ports/failures';
import { inMemoryWorld, marked, NOW } from '../usecases/in-memory-world';

async function askedFor(event: unknown): Promise<readonly string[]> {
  const world = inMemoryWorld([]);
  await onIssueEvent(event, world);
  return marked(world);
}

const updated = (...fields: string[]) => ({
  eventType: 'avi:jira:updated:issue',
  issue: { id: '10001', key: 'PAY-1' },
  changelog: { items: fields.map((field) => ({ field, fieldId: field })) },
});

describe('an issue event', () => {
  it('asks for the issue that was created, edited or deleted', async () => {
    expect(await askedFor({ eventType: 'avi:jira:created:issue', issue: { id: '10001' } })).toEqual(
      ['10001'],
    );
    expect(await askedFor(updated('priority'))).toEqual(['10001']);
    expect(await askedFor({ eventType: 'avi:jira:deleted:issue', issue: { id: 10001 } })).toEqual([
      '10001',
    ]);
  });

  it('asks for both ends of a link', async () => {
    expect(
      await askedFor({
        eventType: 'avi:jira:created:issuelink',
        id: 1,
        sourceIssueId: 10001,
        destinationIssueId: 10002,
      }),
    ).toEqual(['10001', '10002']);
  });

  it('asks for both ends of a link that stands in an object of its own', async () => {
    expect(
      await askedFor({
        eventType: 'avi:jira:deleted:issuelink',
        issueLink: { id: '1', sourceIssueId: '10001', destinationIssueId: '10002' },
      }),
    ).toEqual(['10001', '10002']);
  });

  it('is dropped when an issue was dragged in a backlog, and not when a field of that name changed', async () => {
    const rank = (fieldId: string | undefined, toString: string) => ({
      ...updated(),
      changelog: { items: [{ field: 'Rank', ...(fieldId && { fieldId }), toString }] },
    });
    expect(await askedFor(rank('customfield_10019', 'Ranked higher'))).toEqual([]);
    expect(await askedFor(rank(undefined, 'Ranked lower'))).toEqual([]);
    expect(await askedFor(rank('customfield_10050', '3'))).toEqual(['10001']);
  });

  it('is dropped when nothing changed that any rubric can read', async () => {
    expect(await askedFor(updated('description', 'Comment'))).toEqual([]);
    expect(await askedFor(updated('description', 'duedate'))).toEqual(['10001']);
  });

  it('without a list of changes counts, since it may be any', async () => {
    expect(await askedFor(updated())).toEqual(['10001']);
    expect(
      await askedFor({
        eventType: 'avi:jira:updated:issue',
        issue: { id: '10001' },
        changelog: null,
      }),
    ).toEqual(['10001']);
  });

  it('of an unknown shape fails instead of passing unseen', async () => {
    await expect(askedFor({ eventType: 'avi:jira:updated:issue' })).rejects.toThrow();
  });

  it('is left to the platform while it delivers again, each time spread wider', async () => {
    const world = { ...inMemoryWorld([]), random: () => 1 };
    world.rescoreRequests.write = () => Promise.reject(new Limited(20, 'Storage asks to wait'));
    for (const retryCount of [0, 1, 2, 3]) {
      const event = {
        ...updated('priority'),
        ...(retryCount > 0 && { retryContext: { retryCount } }),
      };
      expect(await onIssueEvent(event, world)).toMatchObject({
        retryOptions: { retryAfter: 20 + 45 * (retryCount + 1) },
      });
    }
    expect(world.engine.requests).toEqual([]);
  });

  it('waits on the queue for as long as storage takes nothing, oftener than the platform would deliver it', async () => {
    const world = inMemoryWorld([]);
    const { write } = world.rescoreRequests;
    world.rescoreRequests.write = () => Promise.reject(new Limited(20, 'Storage asks to wait'));
    const last = { ...updated('priority'), retryContext: { retryCount: 4 } };
    expect(await onIssueEvent(last, world)).toBeUndefined();
    const delays: number[] = [];
    for (let turn = 5; turn <= 30; turn++) {
      const [waiting] = world.engine.requests.splice(0);
      expect(waiting).toMatchObject({ kind: 'event', ids: ['10001'], deleted: false, turn });
      delays.push(waiting?.delay ?? 0);
      if (turn === 30) world.rescoreRequests.write = write;
      await onRescoreRequest({ body: waiting }, world, NOW);
    }
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...delays)).toBeLessThanOrEqual(900);
    expect(marked(world)).toEqual(['10001']);
  });
});
