import { onClosing } from '../../src/entrypoints/workflow-validator';
import { Forbidden, Gone, Limited, Rejected, Unavailable } from '../../src/usecases/ports/failures';
import { anIssue, inMemoryWorld, NOW } from '../usecases/in-memory-world';

const closing = (failure: Error) => {
  const world = inMemoryWorld([anIssue('PAY-1')]);
  const find = () => Promise.reject(failure);
  return onClosing(
    { issue: { key: 'PAY-1' } },
    { ...world, issues: { ...world.issues, find } },
    NOW,
  );
};

describe('the closing guard', () => {
  it.each([
    [new Limited(10, 'Too many'), /Try again in a moment\.$/u],
    [new Unavailable('Down'), /Try again in a moment\.$/u],
    [new Forbidden('No'), /Ask a project administrator to give Ballast access/u],
    [new Gone('Nothing there'), /Ask a project administrator to give Ballast access/u],
    [new Rejected('Bad request'), /look at the Setup check of Ballast\.$/u],
  ])('says in a sentence why it cannot look: %p', async (failure, words) => {
    expect(await closing(failure)).toEqual({
      result: false,
      errorMessage: expect.stringMatching(words) as string,
    });
  });

  it('lets a bug be a bug', async () => {
    await expect(closing(new TypeError('oops'))).rejects.toThrow('oops');
  });
});
