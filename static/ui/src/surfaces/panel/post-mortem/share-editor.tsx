import Button from '@atlaskit/button/new';
import { useState, type JSX } from 'react';
import Textfield from '@atlaskit/textfield';
import { ask } from '../../../bridge';
import { visibleText } from '../../../shared/text/visible-text';
import { UserText } from '../../../shared/text/user-text';
import { CopyText } from '../../../shared/components/copy-text';
import { Field, FormButtons, NotSaved, type EditorProps } from './editor';
import styles from './editor.module.css';
import panel from './post-mortem.module.css';
import { useSaving } from './use-post-mortem';
import { signedBy } from './post-mortem-text';
import layout from '../../../shared/styles/layout.module.css';

/** The text as it goes out, to be read first: as a comment, or copied to wherever people read. */
export function ShareEditor({ issueId, view }: EditorProps): JSX.Element {
  const { change, run, saving, refusal } = useSaving(issueId, view.revision);
  const [where, setWhere] = useState('');
  return (
    <div className={styles.form}>
      <p className={styles.said}>
        This is what goes out. It names no customer and quotes no comment; everybody who can see
        this issue can read it. In a service project the comment is an internal note, which
        customers don't see.
      </p>
      {/* The text scrolls by itself, so the keyboard must reach it. */}
      <pre className={panel.preview} tabIndex={0} role="region" aria-label="The text to share">
        {visibleText(view.markdown)}
      </pre>
      <FormButtons reason={view.may.share}>
        <Button
          appearance="primary"
          isDisabled={saving}
          onClick={() => run(() => ask('postmortem.share', { issueId }))}
        >
          {saving ? 'Posting…' : 'Post it as a comment'}
        </Button>
      </FormButtons>
      <CopyText text={view.markdown} label="Copy as Markdown" />
      {view.may.edit === null && (
        <>
          <Field label="Shared elsewhere: where?" id="pm-shared">
            <Textfield
              id="pm-shared"
              placeholder="by mail to all customers concerned"
              maxLength={200}
              value={where}
              onChange={(event) => setWhere(event.currentTarget.value)}
            />
          </Field>
          <FormButtons reason={null}>
            <Button
              isDisabled={saving || where.trim() === ''}
              onClick={() => change({ kind: 'shared', how: where.trim() }, () => setWhere(''))}
            >
              Note that it was shared
            </Button>
          </FormButtons>
        </>
      )}
      {view.shared.length > 0 && (
        <ul className={`${layout.column} ${styles.list}`}>
          {view.shared.map((share) => (
            <li key={share.at} className={styles.said}>
              <UserText max={300}>{`Shared ${share.how} (${signedBy(share, view)})`}</UserText>
            </li>
          ))}
        </ul>
      )}
      <NotSaved refusal={refusal} />
    </div>
  );
}
