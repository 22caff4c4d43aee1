import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import { useState, type JSX } from 'react';
import { factorKinds, factorLabel, type FactorKind } from '../../../../../../src/core/terms/factor';
import { visibleText } from '../../../shared/text/visible-text';
import { UserText } from '../../../shared/text/user-text';
import { Field, FormButtons, NotSaved, type EditorProps } from './editor';
import styles from './editor.module.css';
import { useSaving } from './use-post-mortem';
import { signedBy } from './post-mortem-text';
import layout from '../../../shared/styles/layout.module.css';

interface Option {
  readonly value: FactorKind;
  readonly label: string;
}

const OPTIONS: readonly Option[] = factorKinds.map(({ id, label, hint }) => ({
  value: id,
  label: `${label}: ${hint}`,
}));

/** Circumstances, as many as there were. */
export function FactorsEditor({ issueId, view }: EditorProps): JSX.Element {
  const { change, saving, refusal } = useSaving(issueId, view.revision);
  const [kind, setKind] = useState<Option | null>(null);
  const [text, setText] = useState('');
  const add = (): void => {
    if (kind !== null)
      change({ kind: 'addFactor', factor: kind.value, text: text.trim() }, () => setText(''));
  };
  return (
    <div className={styles.form}>
      {view.factors.length > 0 && (
        <ul className={`${layout.column} ${styles.list}`}>
          {view.factors.map((factor) => (
            <li key={factor.id} className={styles.entry}>
              <div>
                <p>
                  <strong>{factorLabel(factor.kind)}.</strong>{' '}
                  <UserText max={500}>{factor.text}</UserText>
                </p>
                <p className={styles.said}>
                  <UserText>{signedBy(factor, view)}</UserText>
                </p>
              </div>
              {view.may.edit === null && (
                <Button
                  spacing="compact"
                  appearance="subtle"
                  isDisabled={saving}
                  aria-label={visibleText(`Remove: ${factor.text}`)}
                  onClick={() => change({ kind: 'removeFactor', id: factor.id })}
                >
                  Remove
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.may.edit === null && (
        <>
          <Field label="What kind" id="pm-factor-kind">
            <Select<Option>
              inputId="pm-factor-kind"
              options={OPTIONS}
              value={kind}
              onChange={setKind}
              placeholder="Choose one"
            />
          </Field>
          <Field
            label="What let it happen"
            id="pm-factor-text"
            hint="Never a person: whoever could make the mistake was let down by something."
          >
            <TextArea
              id="pm-factor-text"
              minimumRows={2}
              maxLength={500}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </Field>
        </>
      )}
      <FormButtons reason={view.may.edit}>
        <Button
          appearance="primary"
          isDisabled={saving || kind === null || text.trim() === ''}
          onClick={add}
        >
          Add the factor
        </Button>
      </FormButtons>
      <NotSaved refusal={refusal} />
    </div>
  );
}
