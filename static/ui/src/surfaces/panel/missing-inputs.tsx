import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { ScoreView } from '../../../../../src/contract/score';
import { ScorePicture } from '../../shared/score-picture';
import { asSentence, effectSentence } from '../../shared/sentences';
import { Words } from '../../shared/words';
import styles from './missing-inputs.module.css';

/** What nobody has given yet, the input that could move the score most first. */
export function MissingInputs({ view }: { readonly view: ScoreView }): JSX.Element {
  const byEffect = [...view.missing].sort((a, b) => b.high - b.low - (a.high - a.low));
  return (
    <section>
      <Heading size="small" as="h2">
        What is missing
      </Heading>
      <ul className={styles.list}>
        {byEffect.map((missing) => (
          <li key={missing.id} className={styles.item}>
            <div className={styles.words}>
              <p className={styles.label}>
                <Words max={100}>{missing.label}</Words>
              </p>
              <p className={styles.why}>
                <Words max={300}>{asSentence(missing.why)}</Words>{' '}
                {effectSentence(missing, view.bands)}
              </p>
            </div>
            <ScorePicture
              bare
              score={view.score}
              low={missing.low}
              high={missing.high}
              bands={view.bands}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
