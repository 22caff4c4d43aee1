import { kvs } from '@forge/kvs';
import { Unavailable } from '../usecases/ports/failures';
import { guarded } from './guarded';
import { INTAKE_ENTITY } from './intake-entity';
import { replaceIfUnchanged } from './replace-if-unchanged';

/** Which of the secrets that were written is the one that counts. */
interface PointerRecord {
  readonly revision: number;
  /** The end of the secret's key. */
  readonly body: string;
}

export interface ReadSecret<T> {
  /** Null where nothing was kept yet. */
  readonly value: T | null;
  /** Null where no pointer was written yet: an earlier version kept the value, if there is one. */
  readonly revision: number | null;
}

export interface SecretSlot {
  readonly key: string;
  /** In words, for whoever reads that it was refused. */
  readonly what: string;
  /** Another each time. */
  readonly newToken: () => string;
}

/** Whoever reads a pointer just before its secret is replaced finds it gone, and looks again. */
const LOOKS = 4;

/**
 * A value that is kept as a secret, and of two who replace it at once only the first gets through. No condition may stand on a secret: each
 * is written under a key of its own, and a record with a revision says which of them counts. `earlier` is what a version without
 * pointers kept under the plain key, and what is still left there for it.
 */
export function guardedSecret<T, E>(
  { key, what, newToken }: SecretSlot,
  earlier: { readonly from: (kept: E) => T; readonly to: (value: T) => E },
) {
  const slot = { entityName: INTAKE_ENTITY, key: `pointer:${key}`, what };
  const pointer = () =>
    guarded(`reading ${what}`, () => kvs.entity<PointerRecord>(INTAKE_ENTITY).get(slot.key));
  const keyFor = (token: string): string => `${key}:${token}`;
  return {
    async read(): Promise<ReadSecret<T>> {
      for (let left = LOOKS; left > 0; left -= 1) {
        const at = await pointer();
        if (at === undefined) {
          const kept = await guarded(`reading ${what}`, () => kvs.getSecret<E>(key));
          return { value: kept === undefined ? null : earlier.from(kept), revision: null };
        }
        const value = await guarded(`reading ${what}`, () => kvs.getSecret<T>(keyFor(at.body)));
        if (value !== undefined) return { value, revision: at.revision };
      }
      throw new Unavailable(`Somebody else is replacing ${what} at this moment`);
    },

    /** False when somebody else has replaced what was read. */
    async replace(next: T, read: ReadSecret<T>): Promise<boolean> {
      const token = newToken();
      const before = await pointer();
      if ((before?.revision ?? null) !== read.revision) return false;
      await guarded(`keeping ${what}`, () => kvs.setSecret(keyFor(token), next));
      const record: PointerRecord = { revision: (read.revision ?? 0) + 1, body: token };
      if (!(await replaceIfUnchanged(slot, record, read.revision))) {
        await remove(keyFor(token));
        return false;
      }
      await guarded(`keeping ${what}`, () => kvs.setSecret(key, earlier.to(next)));
      if (before !== undefined) await remove(keyFor(before.body));
      return true;
    },
  };

  function remove(old: string): Promise<void> {
    return guarded(`removing ${what}`, () => kvs.deleteSecret(old));
  }
}
