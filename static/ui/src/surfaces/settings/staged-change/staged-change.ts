import { createContext } from 'react';
import type { Section } from '../../../../../../src/core/rubric/inherit';
import type { Rubric } from '../../../../../../src/core/rubric/schema';

/** What another tab offers for the person's draft. */
export type PutIn = WeightOffered | VersionOffered;

/** An earlier version as a whole: to be previewed before it is published again. */
export interface VersionOffered {
  readonly version: number;
  readonly document: Rubric;
  readonly inherits: readonly Section[];
}

/** A change of one weight; weight 0 leaves the criterion out. */
export interface WeightOffered {
  readonly criterion: string;
  readonly label: string;
  readonly weight: number;
}

/** Hands a change to the tab Rubric, which alone holds the draft, and opens it. Nothing waits: null. */
export const PutInDraft = createContext<{
  readonly waiting: PutIn | null;
  readonly offer: (change: PutIn) => void;
  readonly taken: () => void;
}>({
  waiting: null,
  offer: () => undefined,
  taken: () => undefined,
});
