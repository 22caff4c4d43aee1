import { z } from 'zod';
import { replyTo } from '../../src/resolvers/refusal';
import { Forbidden, Gone, Limited, Rejected, Unavailable } from '../../src/usecases/ports/failures';

const failing = (failure: Error) => replyTo(() => Promise.reject(failure));

describe('a reply', () => {
  it('carries the answer', async () => {
    expect(await replyTo(async () => 41)).toEqual({ ok: true, value: 41 });
  });

  it.each([
    [new Forbidden('not you'), 'forbidden'],
    [new Gone('not here'), 'gone'],
    [new Limited(7, 'not so fast'), 'limited'],
    [new Rejected('not so'), 'failed'],
    [new Unavailable('not now'), 'failed'],
  ])('turns %s into a refusal that says what and what to do', async (failure, kind) => {
    const reply = await failing(failure);
    expect(reply).toMatchObject({ ok: false, refusal: { kind, what: failure.message } });
    expect(reply.ok ? '' : reply.refusal.advice).toMatch(/\w{3}/u);
  });

  it('says how long to wait', async () => {
    expect(await failing(new Limited(7, 'wait'))).toMatchObject({ refusal: { retryAfter: 7 } });
  });

  it('names the part of a question that is wrong', async () => {
    const reply = await replyTo(async () =>
      z.object({ issueId: z.string() }).parse({ issueId: 3 }),
    );
    expect(reply).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', what: expect.stringContaining('issueId') as string },
    });
  });

  it('lets a bug fail the invocation', async () => {
    await expect(failing(new TypeError('undefined is not a function'))).rejects.toThrow(TypeError);
  });
});
