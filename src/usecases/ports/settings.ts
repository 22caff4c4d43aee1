import type { Draft } from '../../core/rubric/document/draft';
import type { Section } from '../../core/rubric/document/inherit';
import type { RubricScope } from './rubrics';

export interface DraftNote extends Pick<Draft, 'base' | 'savedAt'> {
  /** Account id. */
  readonly by: string;
}

/** One draft a scope and person: nobody writes over somebody else's. */
export interface Drafts {
  mine(scope: RubricScope, by: string): Promise<Draft | null>;
  /** Whose there are, without what is in them. A draft begun a moment ago may be missing. */
  everybody(scope: RubricScope): Promise<readonly DraftNote[]>;
  /** `seen`: the revision that is written over, 0 for none. Returns the new one; null when something else stands there by now. */
  save(
    scope: RubricScope,
    by: string,
    draft: Omit<Draft, 'revision'>,
    seen: number,
  ): Promise<number | null>;
  /** False when something else stands there by now. */
  discard(scope: RubricScope, by: string, seen: number): Promise<boolean>;
}

/** A rubric that waits for somebody's approval. */
export interface Waiting {
  readonly id: string;
  readonly document: unknown;
  readonly inherits: readonly Section[];
  readonly base: number;
  /** As of a draft. */
  readonly site?: number;
  readonly reason: string;
  /** Account id. */
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  /** The earlier version that it brings back; null otherwise. */
  readonly of: number | null;
}

/** Why a proposal no longer waits: its author has to learn it. */
export interface Refused {
  readonly author: string;
  /** Nobody said no: it was overtaken, and somebody else handed in another since. `reason` is theirs then. */
  readonly replaced?: true;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

export interface ProposalContext {
  readonly waiting: Waiting | null;
  /** The last of each author who did not hand in another since. */
  readonly refused: readonly Refused[];
  /** Whoever writes over another state is told. */
  readonly revision: number;
}

/** At most one waits in a scope. */
export interface Proposals {
  read(scope: RubricScope): Promise<ProposalContext>;
  /** False when it is no longer as `next.revision` says. */
  write(scope: RubricScope, next: ProposalContext): Promise<boolean>;
}
