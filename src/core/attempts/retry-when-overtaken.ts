/** What an attempt gives when somebody else wrote between its reading and its writing. */
export const overtaken: unique symbol = Symbol('overtaken');

/**
 * Optimistic writing: reads, changes and writes until nobody else wrote in between. Each attempt has to read anew.
 * @param tries attempts at most, 1 or more
 * @param givenUp gives the answer, or throws, after the last
 */
export async function retryWhenOvertaken<T>(
  tries: number,
  attempt: () => Promise<T | typeof overtaken>,
  givenUp: () => T,
): Promise<T> {
  for (let left = tries; left > 0; left -= 1) {
    const answer = await attempt();
    if (answer !== overtaken) return answer;
  }
  return givenUp();
}
