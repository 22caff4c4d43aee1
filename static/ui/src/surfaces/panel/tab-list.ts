import { lazy, type ComponentType } from 'react';
import { ScoreTab } from './score/score-tab';
import type { TabProps } from './tab-props';

export interface PanelTab {
  readonly id: string;
  readonly label: string;
  readonly Content: ComponentType<TabProps>;
}

/** In this order. The first comes with the panel; each of the others is a chunk of its own, loaded when somebody opens it. */
export const PANEL_TABS: readonly PanelTab[] = [
  { id: 'score', label: 'Score', Content: ScoreTab },
  {
    id: 'lane',
    label: 'Lane',
    Content: lazy(() => import('./lane/lane').then(({ Lane }) => ({ default: Lane }))),
  },
  {
    id: 'decisions',
    label: 'Decisions',
    Content: lazy(() =>
      import('./decisions/decisions').then(({ Decisions }) => ({ default: Decisions })),
    ),
  },
  {
    id: 'customer-update',
    label: 'Customer update',
    Content: lazy(() =>
      import('./customer-update/customer-update').then(({ CustomerUpdate }) => ({
        default: CustomerUpdate,
      })),
    ),
  },
  {
    id: 'post-mortem',
    label: 'Post-mortem',
    Content: lazy(() =>
      import('./post-mortem/post-mortem').then(({ PostMortem }) => ({ default: PostMortem })),
    ),
  },
];
