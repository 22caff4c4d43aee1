/** What the person has just done with a draft. */
export type Done =
  | { readonly what: 'published'; readonly version: number }
  | { readonly what: 'handed in' | 'imported' | 'discarded' | 'refused' | 'taken back' }
  /** Shares in percent; `to` is null for a criterion that was left out. */
  | {
      readonly what: 'put in';
      readonly label: string;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly what: 'version put in'; readonly version: number }
  | { readonly what: 'not put in'; readonly label: string; readonly because: string }
  | { readonly what: 'rebased'; readonly taken: number; readonly conflicts: number };
