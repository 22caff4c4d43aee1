import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useContext, type JSX } from 'react';
import type { CalibrationView } from '../../../../../../src/contract/calibration';
import type { Suggestion } from '../../../../../../src/core/calibration/suggestions';
import { useAnswer } from '../../../shared/questions/use-answer';
import { visibleText } from '../../../shared/text/visible-text';
import { UserText } from '../../../shared/text/user-text';
import { StagedChangeContext } from '../staged-change/staged-change';
import { tauText } from './agreement-text';
import styles from './calibration.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly view: CalibrationView;
  readonly project: string;
}

/** Weights that would have come nearer to what the team did; whoever may draft can try one in their draft. */
export function Suggestions({
  view: { suggestions, explained, least },
  project,
}: Props): JSX.Element {
  const settings = useAnswer('settings.view', { project }).value;
  const mayDraft = settings?.may.edit === null;
  return (
    <section className={layout.part}>
      <Heading size="small" as="h3">
        What would come nearer
      </Heading>
      {explained < least ? (
        <p
          className={styles.says}
        >{`Nothing is suggested from fewer than ${least} finished issues whose table Ballast kept; there are ${explained}.`}</p>
      ) : suggestions.length === 0 ? (
        <p className={styles.says}>
          No change of a single weight would have brought the scores notably nearer to the order of
          finishing.
        </p>
      ) : (
        <>
          <ul className={styles.suggestions}>
            {suggestions.map((one) => (
              <li key={one.id} className={styles.suggestion}>
                <Suggested suggestion={one} />
                {mayDraft && <ToDraft suggestion={one} />}
              </li>
            ))}
          </ul>
          <p className={text.spacedNote}>
            Each by itself, and estimated: effort and urgency are taken to act as they did.
            {mayDraft
              ? ' Put one into your draft and look at the preview before you publish: nothing is applied by itself.'
              : ''}{' '}
            Following the past is no aim in itself.
          </p>
        </>
      )}
    </section>
  );
}

function Suggested({
  suggestion: { label, to, share, before, after },
}: {
  readonly suggestion: Suggestion;
}): JSX.Element {
  return (
    <span>
      {to === 0 ? 'Leave out' : share.to > share.from ? 'Raise' : 'Lower'}{' '}
      <strong>
        <UserText max={80}>{label}</UserText>
      </strong>
      : share {share.from} % → {share.to} %. Rank agreement about {tauText(before)} →{' '}
      {tauText(after)}.
    </span>
  );
}

function ToDraft({
  suggestion: { id, label, to },
}: {
  readonly suggestion: Suggestion;
}): JSX.Element {
  const { stage } = useContext(StagedChangeContext);
  return (
    <Button
      spacing="compact"
      aria-label={`Put into a draft: ${visibleText(label)}`}
      onClick={() => stage({ criterion: id, label, weight: to })}
    >
      Put into a draft
    </Button>
  );
}
