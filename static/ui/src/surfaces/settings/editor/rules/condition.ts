import type { NameSource } from '../fields/setting';
import type { RubricDocument } from '../../draft/document-path';

/** A setting within a condition: it stands in the sentence after `before`. */
export type ConditionPart =
  | {
      readonly kind: 'number';
      readonly key: string;
      readonly label: string;
      readonly unit?: string;
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
    }
  | {
      readonly kind: 'choice';
      readonly key: string;
      readonly label: string;
      readonly options: readonly { readonly value: string | number; readonly label: string }[];
    }
  | {
      readonly kind: 'names';
      readonly key: string;
      readonly label: string;
      readonly from?: NameSource;
      /** What naming none means. */
      readonly none?: string;
    }
  /** Any of a few, at least one. */
  | {
      readonly kind: 'several';
      readonly key: string;
      readonly label: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    };

/** One kind of fact that a rule may look at. */
export interface ConditionKind {
  readonly kind: string;
  readonly label: string;
  readonly parts: readonly ConditionPart[];
  /** As it begins. */
  readonly fresh: RubricDocument;
}

/** An ordered list of rules of which the first that holds decides. */
export interface RuleOptions {
  readonly path: string;
  /** Where the outcome is kept in a rule. */
  readonly outcome: 'lane' | 'horizon';
  readonly outcomeLabel: string;
  readonly outcomes: readonly { readonly value: string; readonly label: string }[];
  readonly conditions: readonly ConditionKind[];
  readonly most: number;
  readonly otherwise: string;
}
