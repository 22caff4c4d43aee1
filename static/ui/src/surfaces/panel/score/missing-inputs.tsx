import { describeWhy } from '../../../../../../src/core/describe/describe-why';
import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { ScoreView } from '../../../../../../src/contract/score';
import { ScorePicture } from '../../../charts/score-bands/score-picture';
import { asSentence, effectSentence } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import styles from './missing-inputs.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** What nobody has given yet, or not for long, the input that could move the score most first. */
export function MissingInputs({ view }: { readonly view: ScoreView }): JSX.Element {
  const byEffect = [...view.missing].sort((a, b) => b.high - b.low - (a.high - a.low));
  return (
    <section>
      <Heading size="small" as="h2">
        {view.missing.some(({ why }) => why.kind === 'aged')
          ? 'What is missing or has aged'
          : 'What is missing'}
      </Heading>
      <ul className={layout.listBelow}>
        {byEffect.map((missing) => (
          <li key={missing.id} className={styles.item}>
            <div className={styles.words}>
              <p className={styles.label}>
                <UserText max={100}>{missing.label}</UserText>
              </p>
              <p className={text.note}>
                <UserText max={300}>{asSentence(describeWhy(missing.why))}</UserText>{' '}
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
