/** What came of what the person has just done with a draft. */
export type DraftOutcome =
  | { readonly what: 'published'; readonly version: number }
  | { readonly what: 'submitted' | 'imported' | 'discarded' | 'refused' | 'taken back' }
  /** Shares in percent; `to` is null for a criterion that was left out. */
  | {
      readonly what: 'weight applied';
      readonly label: string;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly what: 'version applied'; readonly version: number }
  | { readonly what: 'not applied'; readonly label: string; readonly because: string }
  | { readonly what: 'rebased'; readonly taken: number; readonly conflicts: number };
