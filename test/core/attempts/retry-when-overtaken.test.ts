import { overtaken, retryWhenOvertaken } from '../../../src/core/attempts/retry-when-overtaken';

const overtakenFor = (times: number) => {
  let tried = 0;
  return async () => ((tried += 1) > times ? `written at try ${tried}` : overtaken);
};
const giveUp = (): string => {
  throw new Error('too many at once');
};

describe('writing what others write at the same moment', () => {
  it('tries again until nobody else was first', async () => {
    expect(await retryWhenOvertaken(3, overtakenFor(0), giveUp)).toBe('written at try 1');
    expect(await retryWhenOvertaken(3, overtakenFor(2), giveUp)).toBe('written at try 3');
  });

  it('gives up after the last try', async () => {
    await expect(retryWhenOvertaken(3, overtakenFor(3), giveUp)).rejects.toThrow('too many');
    expect(await retryWhenOvertaken(1, overtakenFor(1), () => 'left as it is')).toBe(
      'left as it is',
    );
  });

  it('does not try again what failed for another reason', async () => {
    let tried = 0;
    const failing = () => {
      tried += 1;
      return Promise.reject(new Error('storage is down'));
    };
    await expect(retryWhenOvertaken(3, failing, giveUp)).rejects.toThrow('storage is down');
    expect(tried).toBe(1);
  });
});
