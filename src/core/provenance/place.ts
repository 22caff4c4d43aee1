/** A place that a value can stand in. */
export type Place =
  | { readonly kind: 'field'; readonly names: readonly string[]; readonly at?: string }
  | { readonly kind: 'agreement' | 'history' | 'link' | 'rating'; readonly at?: string };

/** Nobody has touched the issue for so many days: of what was stated on it so much counts, in whole percent. */
export interface Aged {
  readonly kind: 'aged';
  readonly days: number;
  readonly share: number;
}

/** People's ratings lie far apart. */
export interface Disagreement {
  readonly kind: 'disagreement';
  readonly count: number;
  readonly lowest: number;
  readonly highest: number;
}
