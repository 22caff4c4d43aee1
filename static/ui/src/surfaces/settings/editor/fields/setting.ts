import type { Path } from '../../draft/document-path';

/** Names that the project really has, for choosing from; others can be typed. */
export type NameSource =
  'workTypes' | 'priorities' | 'linkTypes' | 'linkPhrases' | 'fields' | 'roles';

interface Common {
  readonly path: Path;
  readonly label: string;
  readonly help?: string;
}

/** One setting of the rubric, said as data: what it is called, what it means, and how it is entered. */
export type Setting =
  | (Common & {
      readonly kind: 'number';
      readonly unit?: string;
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
      /** What leaving it empty means: it is then null. */ readonly empty?: string;
      /** Leaving it empty takes it out instead. */ readonly optional?: true;
    })
  /** Kept as 0–1, shown in percent. */
  | (Common & { readonly kind: 'share' })
  | (Common & {
      readonly kind: 'text';
      readonly max: number;
      readonly lines?: number;
      readonly placeholder?: string;
    })
  | (Common & { readonly kind: 'names'; readonly from?: NameSource; readonly none?: string })
  | (Common & {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string | number; readonly label: string }[];
    })
  | (Common & { readonly kind: 'switch' })
  /** One number for each severity from 1 to 5. */
  | (Common & { readonly kind: 'severities'; readonly unit?: string; readonly share?: true })
  /** A number for each name: points for an option, the weight of a segment. */
  | (Common & {
      readonly kind: 'named numbers';
      readonly name: string;
      readonly number: string;
      readonly min: number;
      readonly max: number;
      readonly add: string;
      readonly from?: NameSource;
      readonly whole?: true;
    })
  | (Common & {
      readonly kind: 'named texts';
      readonly name: string;
      readonly text: string;
      readonly add: string;
    })
  | {
      readonly kind: 'heading';
      readonly label: string;
      readonly help?: string;
      /** Shown only where it holds. */ readonly path?: undefined;
    };
