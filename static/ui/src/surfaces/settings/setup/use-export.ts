import { useState } from 'react';
import type { Refusal } from '../../../../../../src/contract';
import type { StoredOfPerson } from '../../../../../../src/contract/personal-data';
import { ask } from '../../../bridge';
import { Refused } from '../../../reply';

interface Export {
  /** Null until all of it is there. */
  readonly entries: readonly StoredOfPerson[] | null;
  readonly looked: number;
  readonly acting: boolean;
  readonly refusal: Refusal | undefined;
}

const NOTHING: Export = { entries: null, looked: 0, acting: false, refusal: undefined };

/** Asks part after part for what is stored of a person. */
export function useExport(): Export & {
  readonly begin: (accountId: string) => void;
  readonly forget: () => void;
} {
  const [state, setState] = useState(NOTHING);
  const run = async (accountId: string): Promise<void> => {
    setState({ ...NOTHING, acting: true });
    const entries: StoredOfPerson[] = [];
    let looked = 0;
    let from: string | null = null;
    do {
      const part: { entries: readonly StoredOfPerson[]; looked: number; next: string | null } =
        await ask('personalData.export', { accountId, from });
      entries.push(...part.entries);
      looked += part.looked;
      from = part.next;
      setState({ ...NOTHING, looked, acting: true });
    } while (from !== null);
    setState({ ...NOTHING, entries, looked });
  };
  return {
    ...state,
    begin: (accountId) => {
      run(accountId).catch((failure: unknown) => {
        if (!(failure instanceof Refused)) throw failure;
        setState({ ...NOTHING, refusal: failure.refusal });
      });
    },
    forget: () => setState(NOTHING),
  };
}
