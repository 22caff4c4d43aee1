/** Whose change counts where both changed the same place. */
export type Side = 'mine' | 'theirs';

/** A place that both changed, and differently. */
export interface MergeConflict {
  /** `criteria.reach.weight`: items of named lists go by their name. */
  readonly path: string;
  /** In words: `Criterion “Reach”: weight`. */
  readonly place: string;
  /** `undefined` where the side took it away. */
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}
