/**
 * What was found in one field. `empty`: nobody filled it, and the criterion says what that means. `unknown`: it cannot be
 * read, and why. Only `known` counts; nothing here is ever taken for zero by itself.
 */
export type Reading =
  | {
      readonly state: 'known';
      readonly value: number | string | readonly string[];
      /** Which of several fields. */ readonly field?: string;
      /** The first part of a cascading option. */ readonly parent?: string;
    }
  | {
      readonly state: 'empty';
      /** Where there is more to say than that nobody filled it. */ readonly because?: string;
    }
  | { readonly state: 'unknown'; readonly why: string };
