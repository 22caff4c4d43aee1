import { lazy, type ComponentType } from 'react';
import type { SettingsTabProps } from './tab-props';

export interface SettingsTab {
  readonly id: string;
  readonly label: string;
  readonly Content: ComponentType<SettingsTabProps>;
}

/** In this order; each is a chunk of its own, loaded when somebody opens it. */
export const SETTINGS_TABS: readonly SettingsTab[] = [
  {
    id: 'rubric',
    label: 'Rubric',
    Content: lazy(() =>
      import('./rubric-tab/rubric-tab').then(({ RubricTab }) => ({ default: RubricTab })),
    ),
  },
  {
    id: 'versions',
    label: 'Versions',
    Content: lazy(() =>
      import('./versions/versions-tab').then(({ VersionsTab }) => ({ default: VersionsTab })),
    ),
  },
  {
    id: 'customers',
    label: 'Customers',
    Content: lazy(() =>
      import('./customers/customers-tab').then(({ CustomersTab }) => ({ default: CustomersTab })),
    ),
  },
  {
    id: 'setup',
    label: 'Setup check',
    Content: lazy(() =>
      import('./setup/setup-tab').then(({ SetupTab }) => ({ default: SetupTab })),
    ),
  },
  {
    id: 'pilot',
    label: 'Pilot',
    Content: lazy(() =>
      import('./pilot/pilot-tab').then(({ PilotTab }) => ({ default: PilotTab })),
    ),
  },
  {
    id: 'calibration',
    label: 'Calibration',
    Content: lazy(() =>
      import('./calibration/calibration-tab').then(({ CalibrationTab }) => ({
        default: CalibrationTab,
      })),
    ),
  },
  {
    id: 'work',
    label: 'Work',
    Content: lazy(() => import('./work/work-tab').then(({ WorkTab }) => ({ default: WorkTab }))),
  },
];
