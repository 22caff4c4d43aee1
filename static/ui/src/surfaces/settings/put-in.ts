import { createContext } from 'react';

/** A change of one weight that another tab offers for the person's draft; weight 0 leaves the criterion out. */
export interface PutIn {
  readonly criterion: string;
  readonly label: string;
  readonly weight: number;
}

/** Hands a change to the tab Rubric, which alone holds the draft, and opens it. Nothing waits: null. */
export const PutInDraft = createContext<{ readonly waiting: PutIn | null; readonly offer: (change: PutIn) => void; readonly taken: () => void }>({
  waiting: null, offer: () => undefined, taken: () => undefined,
});
