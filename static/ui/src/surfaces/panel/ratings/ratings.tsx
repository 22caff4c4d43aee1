import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { VotesView } from '../../../../../../src/contract/votes';
import { Answered } from '../../../shared/questions/answered';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { useAnswer } from '../../../shared/questions/use-answer';
import type { TabProps } from '../tab-props';
import { RatedCriterion } from './rated-criterion';
import styles from './ratings.module.css';

interface Props extends Pick<TabProps, 'issueId' | 'changed'> {
  /** Id of the criterion that the question above asks for already; null when it asks for none. */
  readonly asked: string | null;
}

/** What people are asked to rate, and how far they agree. */
export function Ratings({ issueId, asked: above, changed }: Props): JSX.Element {
  const asked = useAnswer('votes.view', { issueId });
  return (
    <section>
      <Heading size="small" as="h2">
        How people rate it
      </Heading>
      <Answered asked={asked} loading="Looking for ratings…">
        {(votes: VotesView) => (
          <Shown issueId={issueId} asked={above} changed={changed} votes={votes} />
        )}
      </Answered>
    </section>
  );
}

function Shown({
  issueId,
  asked,
  changed,
  votes: { criteria, may, combine },
}: Props & { readonly votes: VotesView }): JSX.Element {
  const cast = useCommand('votes.cast', changed);
  const withdraw = useCommand('votes.withdraw', changed);
  if (criteria.length === 0)
    return <p className={styles.note}>The rubric no longer asks people to rate anything.</p>;
  return (
    <>
      <ul className={styles.list}>
        {criteria.map((rated) => (
          <RatedCriterion
            key={rated.id}
            rated={rated}
            may={may}
            asked={rated.id === asked}
            combine={combine}
            busy={cast.acting || withdraw.acting}
            cast={(value) => cast.act({ issueId, criterion: rated.id, value })}
            withdraw={() => withdraw.act({ issueId, criterion: rated.id })}
          />
        ))}
      </ul>
      <RefusedText refusal={cast.refusal ?? withdraw.refusal} />
    </>
  );
}
