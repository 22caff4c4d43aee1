import Button from '@atlaskit/button/new';
import { useState, type JSX } from 'react';
import type { Person } from '../../../../../../src/core/post-mortem/view';
import { Field, FormButtons, NotSaved, type EditorProps } from './editor';
import styles from './editor.module.css';
import { PersonPicker } from '../../../shared/components/person-picker';
import { useSaving } from './use-post-mortem';

/** One click for «I do it», two for somebody else. */
export function OwnerEditor({ issueId, view }: EditorProps): JSX.Element {
  const { change, saving, refusal } = useSaving(issueId, view.revision);
  const [chosen, choose] = useState<Person | null>(null);
  return (
    <div className={styles.form}>
      <p className={styles.said}>
        The owner brings the people together who know what happened, and sees it through. Owning it
        is no blame.
      </p>
      <FormButtons reason={view.may.edit}>
        {view.owner !== view.me && (
          <Button
            appearance="primary"
            isDisabled={saving}
            onClick={() => change({ kind: 'owner', owner: view.me })}
          >
            I take it
          </Button>
        )}
      </FormButtons>
      {view.may.edit === null && (
        <>
          <Field label={view.owner === null ? 'Or somebody else' : 'Hand it to'} id="pm-owner">
            <PersonPicker id="pm-owner" issueId={issueId} chosen={chosen} choose={choose} />
          </Field>
          <FormButtons reason={null}>
            <Button
              isDisabled={saving || chosen === null}
              onClick={() =>
                chosen && change({ kind: 'owner', owner: chosen.accountId }, () => choose(null))
              }
            >
              Save the owner
            </Button>
          </FormButtons>
        </>
      )}
      <NotSaved refusal={refusal} />
    </div>
  );
}
