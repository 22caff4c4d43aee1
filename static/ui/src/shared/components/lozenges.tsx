import Lozenge from '@atlaskit/lozenge';
import type { ComponentProps, JSX } from 'react';
import type { ScoreView } from '../../../../../src/contract/score';
import { capital } from '../text/sentences';
import { visibleText } from '../text/visible-text';

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

/** `meaning`: what the team means by the lane, as its tooltip. */
export function LaneLozenge({
  lane,
  meaning = '',
}: {
  readonly lane: ScoreView['lane'];
  readonly meaning?: string;
}): JSX.Element {
  const lozenge = <Lozenge appearance={LANES[lane]}>{capital(lane)}</Lozenge>;
  return meaning === '' ? lozenge : <span title={visibleText(meaning)}>{lozenge}</span>;
}

/** What the team means by a lane; empty for one that has no definition. */
export function meaningOf(lane: ScoreView['lane'], vocabulary: ScoreView['vocabulary']): string {
  return lane in vocabulary ? vocabulary[lane as keyof typeof vocabulary].trim() : '';
}

export function HorizonLozenge({
  horizon,
}: {
  readonly horizon: NonNullable<ScoreView['horizon']>;
}): JSX.Element {
  return <Lozenge>{HORIZONS[horizon]}</Lozenge>;
}
