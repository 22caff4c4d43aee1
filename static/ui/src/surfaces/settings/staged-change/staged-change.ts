import { createContext } from 'react';
import type { Section } from '../../../../../../src/core/rubric/document/inherit';
import type { Rubric } from '../../../../../../src/core/rubric/schema/schema';

/** A change that another tab proposes for the person's draft. */
export type StagedChange = StagedWeight | StagedVersion;

/** An earlier version as a whole: to be previewed before it is published again. */
export interface StagedVersion {
  readonly version: number;
  readonly document: Rubric;
  readonly inherits: readonly Section[];
}

/** A change of one weight; weight 0 leaves the criterion out. */
export interface StagedWeight {
  readonly criterion: string;
  readonly label: string;
  readonly weight: number;
}

/** Hands a change to the tab Rubric, which alone holds the draft, and opens it. Nothing is staged: null. */
export const StagedChangeContext = createContext<{
  readonly staged: StagedChange | null;
  readonly stage: (change: StagedChange) => void;
  readonly clear: () => void;
}>({
  staged: null,
  stage: () => undefined,
  clear: () => undefined,
});
