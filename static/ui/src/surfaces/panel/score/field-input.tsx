import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent, type JSX } from 'react';
import type {
  PlaceView,
  QuestionAnswer,
  QuestionInput,
} from '../../../../../../src/contract/question';
import { Answered } from '../../../shared/questions/answered';
import form from '../../../shared/styles/form.module.css';
import { useAnswer } from '../../../shared/questions/use-answer';
import { shorten, visibleText } from '../../../shared/text/visible-text';
import { UserText } from '../../../shared/text/user-text';
import { AnswerField } from './answer-field';
import styles from './next-question.module.css';

interface Props {
  readonly issueId: string;
  readonly id: string;
  readonly place: Extract<PlaceView, { how: 'field' }>;
  readonly busy: boolean;
  readonly save: (answer: QuestionAnswer['answer']) => void;
}

/** Asks Jira what the field takes only once the person wants to answer: opening the panel costs nothing more for it. */
export function FieldInput(props: Props): JSX.Element {
  const [wanted, setWanted] = useState(false);
  if (!wanted) {
    return (
      <div className={styles.input}>
        <Button
          onClick={() => setWanted(true)}
        >{`Fill in “${shorten(visibleText(props.place.name), 60)}” here`}</Button>
      </div>
    );
  }
  return <Opened {...props} />;
}

function Opened({ issueId, id, busy, save }: Props): JSX.Element {
  const asked = useAnswer('question.input', { issueId, id });
  return (
    <Answered asked={asked} loading="Asking Jira what the field takes…">
      {(input: QuestionInput) =>
        input.kind === 'elsewhere' ? (
          <p className={form.hint}>
            <UserText max={300}>{input.where}</UserText>
          </p>
        ) : (
          <Form issueId={issueId} input={input} busy={busy} save={save} />
        )
      }
    </Answered>
  );
}

interface FormProps extends Pick<Props, 'issueId' | 'busy' | 'save'> {
  readonly input: Exclude<QuestionInput, { kind: 'elsewhere' }>;
}

function Form({ issueId, input, busy, save }: FormProps): JSX.Element {
  const id = useId();
  const [answer, setAnswer] = useState<QuestionAnswer['answer'] | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (answer !== null) save(answer);
  };
  return (
    <form className={styles.input} onSubmit={submit}>
      <div className={styles.wide}>
        <label className={form.label} htmlFor={id}>
          <UserText max={80}>{input.field}</UserText>
        </label>
        <AnswerField id={id} issueId={issueId} input={input} give={setAnswer} />
      </div>
      <Button type="submit" appearance="primary" isDisabled={answer === null || busy}>
        Save
      </Button>
    </form>
  );
}
