/** Why an override has no effect. Days, UTC. */
export type Idle =
  | { readonly kind: 'waits' | 'replaced' | 'approvedByAuthor' }
  | { readonly kind: 'endsBeforeItBegins' | 'unanswered' | 'ended'; readonly until: string }
  | { readonly kind: 'refused' | 'begins'; readonly at: string }
  /** What is wrong with each part of the record. */
  | {
      readonly kind: 'unreadable';
      readonly problems: readonly { readonly path: string; readonly problem: string }[];
    };
