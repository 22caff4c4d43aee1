import type { JSX } from 'react';
import type { ScoreView } from '../../../../../../src/contract/score';
import { meaningOf } from '../../../shared/components/lozenges';
import { capital } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';

/** The team's own definition of the lane; nothing where the team has not said. */
export function LaneMeaning({
  lane,
  vocabulary,
}: Pick<ScoreView, 'lane' | 'vocabulary'>): JSX.Element | null {
  const meaning = meaningOf(lane, vocabulary);
  if (meaning === '') return null;
  return (
    <p>
      <strong>{`What this team means by ${lane}:`}</strong> <UserText>{capital(meaning)}</UserText>
    </p>
  );
}
