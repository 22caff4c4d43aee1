import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { ScoreView } from '../../../../../src/contract/score';
import { headline } from '../text/format-number';
import styles from './no-score.module.css';
import { shorten, visibleText } from '../text/visible-text';

const alternatives = new Intl.ListFormat('en', { type: 'disjunction' });

/** There is no score to show, and what would bring one. */
export function NoScore({ view }: { readonly view: ScoreView }): JSX.Element {
  const { title, advice } = words(view);
  return (
    <div className={styles.nothing}>
      <Heading size="small" as="h2">
        {title}
      </Heading>
      <p className={styles.advice}>{advice}</p>
    </div>
  );
}

function fill({ missing }: ScoreView): string {
  const names = missing.slice(0, 3).map(({ label }) => `“${shorten(visibleText(label), 60)}”`);
  if (names.length === 0) return 'Fill in what your rubric judges by';
  return `Fill in ${alternatives.format(names)}`;
}

function words(view: ScoreView): { readonly title: string; readonly advice: string } {
  if (view.state === 'closed') {
    const last = view.score === null ? '' : ` Its last score was ${headline(view.score)} of 100.`;
    return {
      title: `${view.key} is closed`,
      advice: `Closed issues are not scored.${last} Reopen the issue, and its score comes back by itself.`,
    };
  }
  if (view.lane === 'declined') {
    return {
      title: `${view.key} is declined`,
      advice:
        'While it is, it has no score of its own. The tab Lane says by whom, why and until when; its score comes back by itself afterwards.',
    };
  }
  return {
    title: 'Nothing is known about this issue yet',
    advice: `${fill(view)}, or link an incident or a support ticket: the score then appears here by itself.`,
  };
}
