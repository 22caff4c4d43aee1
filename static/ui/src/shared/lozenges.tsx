import Lozenge from '@atlaskit/lozenge';
import type { ComponentProps, JSX } from 'react';
import type { ScoreView } from '../../../../src/contract';
import { capital } from './sentences';

type Appearance = NonNullable<ComponentProps<typeof Lozenge>['appearance']>;

const LANES: Readonly<Record<ScoreView['lane'], Appearance>> = {
  'hot fix': 'danger',
  stability: 'warning',
  'feature improvement': 'information',
  'strategic bet': 'discovery',
  unsorted: 'neutral',
  declined: 'neutral',
};

const HORIZONS: Readonly<Record<NonNullable<ScoreView['horizon']>, string>> = {
  now: 'Now: current sprint',
  next: 'Next: coming release',
  later: 'Later: roadmap',
};

export function LaneLozenge({ lane }: { readonly lane: ScoreView['lane'] }): JSX.Element {
  return <Lozenge appearance={LANES[lane]}>{capital(lane)}</Lozenge>;
}

export function HorizonLozenge({ horizon }: { readonly horizon: NonNullable<ScoreView['horizon']> }): JSX.Element {
  return <Lozenge>{HORIZONS[horizon]}</Lozenge>;
}
