import type { EditWork } from './measured-edit';

/** What this same benchmark found over the code of an older commit: 1,000 edits on a site of 1,000 issues. */
export const OLDER_SOURCE = 'commit 4bccf78, measured on 2026-11-30';
export const OLDER: Readonly<Record<'median' | 'mean', EditWork>> = {
  median: {
    cards: 4,
    evaluations: 5,
    storageReads: 17,
    storageWrites: 12,
    jiraCalls: 2,
    points: 3,
    invocations: 3,
    computingMs: 3.41,
  },
  mean: {
    cards: 6.47,
    evaluations: 6.63,
    storageReads: 17.2,
    storageWrites: 12.1,
    jiraCalls: 1.79,
    points: 2.81,
    invocations: 3.02,
    computingMs: 6.03,
  },
};
