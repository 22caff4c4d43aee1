import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useState, type JSX } from 'react';
import type { Person } from '../../../../../../src/core/post-mortem/view';
import { UserText } from '../../../shared/text/user-text';
import { Field, FormButtons, NotSaved, type EditorProps } from './editor';
import styles from './editor.module.css';
import { PersonPicker } from '../../../shared/components/person-picker';
import { useSaving } from './use-post-mortem';
import { nameOf } from './post-mortem-text';

const HINTS: Readonly<Record<string, string>> = {
  impact: 'Who could not do what, for how long? The facts above come from Jira.',
  timeline: 'Add what Jira does not know: a call, a decision, a graph.',
  detection:
    'Who or what noticed it, how long after it began, and what would have noticed it sooner?',
};

/** An item that people tick: words, a link to the evidence, and if need be its own owner and day. */
export function HandEditor({ issueId, view, item }: EditorProps): JSX.Element {
  const { change, saving, refusal } = useSaving(issueId, view.revision);
  const [note, setNote] = useState(item.note);
  const [link, setLink] = useState(item.link ?? '');
  const [owner, setOwner] = useState<Person | null>(
    item.owner === null || item.owner === view.owner
      ? null
      : { accountId: item.owner, name: nameOf(item.owner, view) },
  );
  const [due, setDue] = useState(item.due === view.due ? '' : (item.due ?? ''));
  const [basis, setBasis] = useState(item.note);
  const save = (done: boolean): void =>
    change(
      {
        kind: 'item',
        id: item.id,
        note: note.trim(),
        link: link.trim() === '' ? null : link.trim(),
        owner: owner?.accountId ?? null,
        due: due === '' ? null : due,
        done,
      },
      () => setBasis(note.trim()),
    );
  const theirs = refusal !== null && item.note !== basis ? item.note : null;
  const id = (part: string): string => `pm-${item.id}-${part}`;
  return (
    <div className={styles.form}>
      <Field
        label="What you found"
        id={id('note')}
        {...(HINTS[item.id] === undefined ? {} : { hint: HINTS[item.id] })}
      >
        <TextArea
          id={id('note')}
          minimumRows={3}
          maxLength={4_000}
          value={note}
          isReadOnly={view.may.edit !== null}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      {theirs !== null && (
        <p className={styles.said}>
          Now it says: <UserText max={600}>{theirs}</UserText>
        </p>
      )}
      <Field label="Link to the evidence, if there is one" id={id('link')}>
        <Textfield
          id={id('link')}
          type="url"
          placeholder="https://"
          value={link}
          isReadOnly={view.may.edit !== null}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
      </Field>
      {view.may.edit === null && (
        <details>
          <summary>Somebody else does this part, or another day</summary>
          <div className={styles.pair}>
            <Field label="Who" id={id('owner')} hint="Left empty: the owner of the post-mortem">
              <PersonPicker id={id('owner')} issueId={issueId} chosen={owner} choose={setOwner} />
            </Field>
            <Field label="Until" id={id('due')} hint="Left empty: the day it is all due">
              <Textfield
                id={id('due')}
                type="date"
                value={due}
                onChange={(event) => setDue(event.currentTarget.value)}
              />
            </Field>
          </div>
        </details>
      )}
      <FormButtons reason={view.may.edit}>
        <Button appearance="primary" isDisabled={saving} onClick={() => save(true)}>
          {item.done === null ? 'Save and tick' : 'Save'}
        </Button>
        {item.done === null ? (
          <Button appearance="subtle" isDisabled={saving} onClick={() => save(false)}>
            Save for later
          </Button>
        ) : (
          <Button appearance="subtle" isDisabled={saving} onClick={() => save(false)}>
            Open it again
          </Button>
        )}
      </FormButtons>
      <NotSaved refusal={refusal} />
    </div>
  );
}
