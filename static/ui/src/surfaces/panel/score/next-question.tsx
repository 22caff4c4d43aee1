import { describeWhy } from '../../../../../../src/core/describe/describe-why';
import { lazy, Suspense, type JSX } from 'react';
import type { QuestionView } from '../../../../../../src/contract/question';
import { headline } from '../../../shared/text/format-number';
import form from '../../../shared/styles/form.module.css';
import { Loading } from '../../../shared/components/loading';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { asSentence } from '../../../shared/text/sentences';
import { useCommand } from '../../../shared/questions/use-command';
import { UserText } from '../../../shared/text/user-text';
import { NumberInput } from './number-input';
import styles from './next-question.module.css';

const alternatives = new Intl.ListFormat('en', { type: 'disjunction' });

/** Lists and people pickers are heavier than the rest of the tab: they come once somebody wants to answer. */
const FieldInput = lazy(() =>
  import('./field-input').then((module) => ({ default: module.FieldInput })),
);
const RatingScale = lazy(() =>
  import('../ratings/rating-scale').then((module) => ({ default: module.RatingScale })),
);

interface Props {
  readonly issueId: string;
  readonly question: QuestionView;
  readonly changed: () => void;
}

/** The one answer that would settle most, with its input right there. */
export function NextQuestion({ issueId, question, changed }: Props): JSX.Element {
  return (
    <section className={styles.question} aria-label="Next question">
      <p className={styles.words}>
        <strong>One answer would settle it.</strong> <UserText max={100}>{question.label}</UserText>
        : <UserText max={200}>{asSentence(describeWhy(question.why))}</UserText> {effect(question)}
      </p>
      {question.mayNot === null ? (
        <Suspense fallback={<Loading>Opening the question…</Loading>}>
          <Input issueId={issueId} question={question} changed={changed} />
        </Suspense>
      ) : (
        <p className={form.hint}>
          <UserText max={300}>{question.mayNot}</UserText>
        </p>
      )}
    </section>
  );
}

function Input({ issueId, question, changed }: Props): JSX.Element {
  const { id, label, place } = question;
  const answer = useCommand('question.answer', changed);
  const vote = useCommand('votes.cast', changed);
  return (
    <>
      {place.how === 'elsewhere' && (
        <p className={form.hint}>
          <UserText max={300}>{place.where}</UserText> The score follows by itself.
        </p>
      )}
      {place.how === 'vote' && (
        <RatingScale
          label={label}
          min={place.min}
          max={place.max}
          current={null}
          busy={vote.acting}
          cast={(value) => vote.act({ issueId, criterion: id, value })}
        />
      )}
      {place.how === 'field' && place.kind === 'number' && (
        <NumberInput
          name={place.name}
          unit={place.unit}
          busy={answer.acting}
          save={(value) => answer.act({ issueId, id, answer: { kind: 'number', value } })}
        />
      )}
      {place.how === 'field' && place.kind !== 'number' && (
        <FieldInput
          key={id}
          issueId={issueId}
          id={id}
          place={place}
          busy={answer.acting}
          save={(given) => answer.act({ issueId, id, answer: given })}
        />
      )}
      <RefusedText refusal={answer.refusal ?? vote.refusal} />
    </>
  );
}

function effect({ lanes, bands, low, high }: QuestionView): string {
  const places = [...lanes.map((lane) => `the lane ${lane}`), ...bands.map((band) => `“${band}”`)];
  return `It could bring the issue to ${alternatives.format(places)}: the score would be between ${headline(low)} and ${headline(high)}.`;
}
