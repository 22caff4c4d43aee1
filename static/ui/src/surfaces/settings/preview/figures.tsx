import type { JSX, ReactNode } from 'react';
import type { RubricPreview } from '../../../../../../src/contract/preview';
import { percent } from '../../../shared/text/format-number';
import styles from './preview.module.css';

const whole = new Intl.NumberFormat('en');
const two = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The draft at a glance. */
export function Figures({
  preview: { changes, agreement, capacity },
}: {
  readonly preview: RubricPreview;
}): JSX.Element {
  const hot = (when: 'before' | 'after') =>
    capacity[when].lanes.find(({ lane }) => lane === 'hot fix');
  const [before, after] = [hot('before'), hot('after')];
  const [was, is] = [percent(before?.share ?? 0), percent(after?.share ?? 0)];
  const cap = after?.policy?.most;
  const over = after?.state === 'above';
  return (
    <dl className={styles.figures}>
      <Figure name="change lane">{whole.format(changes.lane)}</Figure>
      <Figure name="change band">{whole.format(changes.band)}</Figure>
      <Figure name="rank agreement with today, 1 is the same order">
        {agreement === null ? '–' : two.format(agreement.value)}
      </Figure>
      <Figure
        name={`${capacity.after.count === 'effort' ? 'effort' : 'issues'} in hot fix, ${cap === undefined || cap >= 1 ? 'no cap' : `cap ${percent(cap)}${over ? ': over it' : ''}`}`}
        alarm={over}
      >
        {was === is ? is : `${was.replace(/\s%/u, '')} → ${is}`}
      </Figure>
    </dl>
  );
}

function Figure({
  name,
  alarm = false,
  children,
}: {
  readonly name: string;
  readonly alarm?: boolean;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <div className={styles.figure} data-alarm={alarm || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
