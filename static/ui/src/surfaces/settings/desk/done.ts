/** What the person has just done with a draft. */
export type Done =
  | { readonly what: 'published'; readonly version: number }
  | { readonly what: 'handed in' | 'imported' | 'discarded' | 'refused' | 'taken back' }
  | { readonly what: 'rebased'; readonly taken: number; readonly conflicts: number };
