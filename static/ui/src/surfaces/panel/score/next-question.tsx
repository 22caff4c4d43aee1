import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent, type JSX } from 'react';
import type { QuestionView } from '../../../../../../src/contract/question';
import { headline } from '../../../shared/format-number';
import form from '../../../shared/form.module.css';
import { RefusedWords } from '../../../shared/refused';
import { asSentence } from '../../../shared/sentences';
import { useAct } from '../../../shared/use-act';
import { Words } from '../../../shared/words';
import styles from './next-question.module.css';

const alternatives = new Intl.ListFormat('en', { type: 'disjunction' });

interface Props {
  readonly issueId: string;
  readonly question: QuestionView;
  readonly changed: () => void;
}

/** The one answer that would settle most, with its input right there. */
export function NextQuestion({ issueId, question, changed }: Props): JSX.Element {
  const id = useId();
  const [value, setValue] = useState('');
  const answer = useAct('question.answer', () => { setValue(''); changed(); });
  const amount = Number(value);
  const usable = value.trim() !== '' && Number.isFinite(amount);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (usable) answer.act({ issueId, id: question.id, value: amount });
  };
  return (
    <section className={styles.question} aria-label="Next question">
      <p className={styles.words}>
        <strong>One answer would settle it.</strong> <Words max={100}>{question.label}</Words>: <Words max={200}>{asSentence(question.why)}</Words> {effect(question)}
      </p>
      {question.field === null ? (
        <p className={form.hint}>Fill it in on the issue: the score follows by itself.</p>
      ) : (
        <form className={styles.input} onSubmit={submit}>
          <div className={styles.field}>
            <label className={form.label} htmlFor={id}>
              <Words max={80}>{`${question.field.name}${question.field.unit === '' ? '' : ` (${question.field.unit})`}`}</Words>
            </label>
            <Textfield id={id} type="number" step="any" value={value} onChange={(event) => setValue(event.currentTarget.value)} />
          </div>
          <Button type="submit" appearance="primary" isDisabled={!usable || answer.acting}>
            Save
          </Button>
        </form>
      )}
      <RefusedWords refusal={answer.refusal} />
    </section>
  );
}

function effect({ lanes, bands, low, high }: QuestionView): string {
  const places = [...lanes.map((lane) => `the lane ${lane}`), ...bands.map((band) => `“${band}”`)];
  return `It could bring the issue to ${alternatives.format(places)}: the score would be between ${headline(low)} and ${headline(high)}.`;
}
