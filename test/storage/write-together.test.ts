import { ForgeKvsAPIError } from '@forge/kvs';
import { writeTogether, type Together } from '../../src/storage/write-together';
import { NotKept, Unavailable } from '../../src/usecases/ports/failures';

function refusal(status: number, code: string): ForgeKvsAPIError {
  return new ForgeKvsAPIError({ status, statusText: '' }, { code, message: 'no' });
}

/** Writes letters; `refuses` says how each attempt fails. */
function letters(
  refuses: (some: readonly string[]) => Error | null,
  over: Partial<Together<string>> = {},
): Together<string> & { readonly attempts: string[]; readonly written: string[] } {
  const attempts: string[] = [];
  const written: string[] = [];
  return {
    attempts,
    written,
    doing: (some) => `writing ${some.join('')}`,
    async write(some) {
      attempts.push(some.join(''));
      const failure = refuses(some);
      if (failure !== null) throw failure;
      written.push(...some);
    },
    holding: async (some) => some,
    ...over,
  };
}

const CONFLICT = refusal(400, 'CONDITIONAL_CHECK_FAILED');

describe('records that are written together', () => {
  it('are tried again for a lock that is over soon, as nobody has written', async () => {
    let locked = 2;
    const together = letters(() => (locked-- > 0 ? CONFLICT : null));
    expect(await writeTogether(['a', 'b'], together)).toEqual({ overtaken: [], notKept: [] });
    expect(together.attempts).toEqual(['ab', 'ab', 'ab']);
  });

  it('fail as what passes by itself when the lock stays, after a few tries', async () => {
    const together = letters(() => CONFLICT);
    await expect(writeTogether(['a', 'b'], together)).rejects.toThrow(Unavailable);
    expect(together.attempts).toHaveLength(3);
  });

  it.each([CONFLICT, refusal(409, 'KEY_CONFLICT'), refusal(409, 'A_CODE_OF_ITS_OWN')])(
    'are overtaken where reading again says so, whatever the refusal is called: %p',
    async (failure) => {
      const together = letters((some) => (some.includes('b') ? failure : null), {
        holding: async (some) => some.filter((one) => one !== 'b'),
      });
      expect(await writeTogether(['a', 'b', 'c'], together)).toEqual({
        overtaken: ['b'],
        notKept: [],
      });
      expect(together.written).toEqual(['a', 'c']);
    },
  );

  it('are not overtaken when a value is refused and nobody has written', async () => {
    const together = letters((some) => (some.includes('c') ? refusal(400, 'MAX_SIZE') : null));
    const { overtaken, notKept } = await writeTogether(['a', 'b', 'c', 'd'], together);
    expect(overtaken).toEqual([]);
    expect(notKept.map(({ message }) => message)).toEqual([
      'Storage refused while writing c: it is larger than one record may be',
    ]);
    expect(notKept[0]).toBeInstanceOf(NotKept);
    expect([...together.written].sort()).toEqual(['a', 'b', 'd']);
  });

  it('ask nobody again when storage asks to wait or fails', async () => {
    for (const failure of [refusal(429, 'RATE_LIMIT_EXCEEDED'), refusal(503, 'UNKNOWN_ERROR')]) {
      const together = letters(() => failure);
      await expect(writeTogether(['a', 'b'], together)).rejects.toThrow(/wait|failed/u);
      expect(together.attempts).toEqual(['ab']);
    }
  });
});
