import type { ProjectId } from '../terms/project';
import type { Cause } from '../provenance/cause';
import type { Change } from '../provenance/change';
import type { Line } from '../score-card/score-card';
import type { Mention } from '../signals/mention';

/** What a decision is about: a score's consequences, or something that somebody did. */
export type DecisionKind =
  'moved' | 'override' | 'urgent' | 'evidence' | 'customer update' | 'post-mortem';

/** What a line of a score card needs to be compared with a later one. */
export type KeptLine = Pick<
  Line,
  'id' | 'label' | 'value' | 'points' | 'factor' | 'contribution' | 'from'
>;

/** One entry of an issue's log. */
export interface Decision {
  /** The same for the same decision, however often it is made: recording it twice leaves one entry. */
  readonly id: string;
  readonly issueId: string;
  readonly project: ProjectId;
  /** ISO time. */
  readonly at: string;
  readonly kind: DecisionKind;
  readonly changes: readonly Change[];
  readonly cause: Cause;
  /** The reason that a person gave; null where nobody was asked. */
  readonly reason: string | null;
  /** Account id; null for what followed from the rubric by itself. */
  readonly by: string | null;
  readonly rubricVersion: number;
  readonly score: { readonly from: number | null; readonly to: number | null } | null;
  /** The lines of the score at that moment, for «why it moved since»; null where no score was made. */
  readonly lines: readonly KeptLine[] | null;
  /** Other issues that it names: whoever may not see one of them reads «a hidden issue» instead. */
  readonly mentions: readonly Mention[];
  /** Of an update to customers: the requests it went to, `perhaps` where Jira did not say. `reason` is what they were told. */
  readonly sentTo?: readonly { readonly key: string; readonly how: 'sent' | 'perhaps' }[];
}
