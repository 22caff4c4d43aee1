import type { Width } from '../../../shared/hooks/use-width';

export type RationaleColumn = 'label' | 'from' | 'value' | 'points' | 'weight' | 'contribution';

/** What the table shows at a width, and each column's share of it in percent: heads and cells are made from this list. */
export const COLUMNS: Readonly<
  Record<Width, readonly { readonly key: RationaleColumn; readonly share: number }[]>
> = {
  narrow: [
    { key: 'label', share: 64 },
    { key: 'contribution', share: 36 },
  ],
  medium: [
    { key: 'label', share: 34 },
    { key: 'value', share: 18 },
    { key: 'points', share: 10 },
    { key: 'weight', share: 10.5 },
    { key: 'contribution', share: 27.5 },
  ],
  wide: [
    { key: 'label', share: 21 },
    { key: 'from', share: 23 },
    { key: 'value', share: 14 },
    { key: 'points', share: 10 },
    { key: 'weight', share: 10.5 },
    { key: 'contribution', share: 21.5 },
  ],
};
