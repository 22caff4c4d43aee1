import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState, type JSX } from 'react';
import { UserText } from '../../../shared/text/user-text';
import { Field, FormButtons, NotSaved, type EditorProps } from './editor';
import styles from './editor.module.css';
import { useSaving } from './use-post-mortem';
import { signedBy } from './post-mortem-text';

/** Somebody else than the owner says that it convinces them. */
export function ReviewEditor({ issueId, view }: EditorProps): JSX.Element {
  const { change, saving, refusal } = useSaving(issueId, view.revision);
  const [note, setNote] = useState('');
  return (
    <div className={styles.form}>
      {view.review !== null && (
        <p>
          <UserText>{`Reviewed by ${signedBy(view.review, view)}`}</UserText>
          {view.review.note !== '' && (
            <>
              : <UserText max={1_000}>{view.review.note}</UserText>
            </>
          )}
        </p>
      )}
      {view.may.review === null && (
        <Field label="What you would still change, if anything" id="pm-review">
          <TextArea
            id="pm-review"
            minimumRows={2}
            maxLength={1_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
      )}
      <FormButtons reason={view.may.review}>
        <Button
          appearance="primary"
          isDisabled={saving}
          onClick={() => change({ kind: 'review', note: note.trim() }, () => setNote(''))}
        >
          It convinces me
        </Button>
      </FormButtons>
      <NotSaved refusal={refusal} />
    </div>
  );
}
