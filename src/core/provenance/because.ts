import type { Band } from '../terms/band';
import type { WordPlace } from '../terms/word-place';
import type { Lane } from '../terms/lane';
import type { Severity } from '../terms/severity';
import type { Ref } from './ref';

/** A condition of a lane or horizon rule that holds, with what makes it hold. */
export type MetCondition =
  | {
      readonly kind: 'isEvidence';
      readonly as: 'incident' | 'support' | 'report' | 'usage';
    }
  | { readonly kind: 'openIncident'; readonly severity: Severity; readonly ref: Ref }
  /** An agreed time passed: on the evidence, or on the issue itself for null. */
  | { readonly kind: 'breach'; readonly ref: Ref | null }
  | { readonly kind: 'customers'; readonly count: number }
  | { readonly kind: 'workType'; readonly name: string }
  | { readonly kind: 'followUp' | 'activeSprint' | 'release' }
  | { readonly kind: 'strongestPillar'; readonly label: string; readonly points: number }
  | { readonly kind: 'filled'; readonly field: string | null }
  | { readonly kind: 'level'; readonly level: number }
  | {
      readonly kind: 'effort';
      readonly amount: number;
      readonly moreThan: number;
      readonly unit: string;
    }
  | {
      readonly kind: 'words';
      readonly place: WordPlace;
      /** As the rubric spells them. */
      readonly words: readonly string[];
      /** Where only some work types count. */
      readonly type?: string;
    }
  | {
      readonly kind: 'freshPriority';
      /** As the rubric spells it. */
      readonly priority: string;
      /** Whole UTC days since the issue was created. */
      readonly days: number;
      /** Whether any incident is linked, open or not. */
      readonly incident: boolean;
      readonly type?: string;
    }
  | { readonly kind: 'lane'; readonly lane: Lane }
  | { readonly kind: 'band'; readonly band: Band };

/** Why an issue stands in its lane, or at its horizon. Days, UTC. */
export type Because =
  | { readonly kind: 'done' | 'closed' | 'nothingKnown' }
  | { readonly kind: 'rule'; readonly met: readonly MetCondition[] }
  | { readonly kind: 'noLaneRule'; readonly type: string; readonly level: number }
  | { readonly kind: 'noHorizonRule'; readonly band: Band }
  | {
      readonly kind: 'pinned';
      readonly until: string;
      readonly byRule: Lane;
      readonly because: Because;
    }
  | {
      readonly kind: 'declined';
      readonly until: string;
      /** Where it would stand; null for the horizon, which what is declined has none of. */
      readonly otherwise: {
        readonly lane: Lane;
        readonly score: number | null;
        readonly because: Because;
      } | null;
    }
  | {
      readonly kind: 'paused';
      readonly until: string;
      /** The rules alone say *now*. */
      readonly insteadOfNow: boolean;
      readonly because: Because;
    };
