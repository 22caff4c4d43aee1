import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useState, type JSX } from 'react';
import type { Person, PostMortemView } from '../../../../../../src/core/post-mortem/view';
import { ask } from '../../../bridge';
import { IssueLink } from '../../../shared/components/issue-link';
import { UserText } from '../../../shared/text/user-text';
import { Field, FormButtons, NotSaved, type EditorProps } from './editor';
import styles from './editor.module.css';
import { PersonPicker } from '../../../shared/components/person-picker';
import { useSaving } from './use-post-mortem';
import { dueText, isOverdue, nameOf } from './post-mortem-text';
import layout from '../../../shared/styles/layout.module.css';

/** Real issues with an owner and a day, or the decision that none is worth it. */
export function ActionsEditor({ issueId, view }: EditorProps): JSX.Element {
  return (
    <div className={styles.form}>
      {view.actions.length > 0 && (
        <ul className={`${layout.column} ${styles.list}`}>
          {view.actions.map((action) => (
            <PreventiveAction key={action.key} action={action} view={view} />
          ))}
        </ul>
      )}
      {view.noAction !== null && (
        <p>
          Decided not to act: <UserText max={1_000}>{view.noAction.reason}</UserText>
        </p>
      )}
      {view.may.act === null ? (
        <NewAction issueId={issueId} view={view} />
      ) : (
        <FormButtons reason={view.may.act}>{null}</FormButtons>
      )}
      {view.may.edit === null && view.actions.length === 0 && (
        <NoAction issueId={issueId} view={view} />
      )}
    </div>
  );
}

function PreventiveAction({
  action,
  view,
}: {
  readonly action: PostMortemView['actions'][number];
  readonly view: PostMortemView;
}): JSX.Element {
  const { key, summary, owner, due, done, linked, recurred } = action;
  const late = done === null && isOverdue(due, view.today);
  return (
    <li className={styles.entry}>
      <div>
        <p>
          <IssueLink issueKey={key} /> <UserText max={160}>{summary}</UserText>
        </p>
        <p className={styles.said}>
          <UserText>{nameOf(owner, view)}</UserText>,{' '}
          {done === null ? dueText(due, view.today) : `done ${done}`}
        </p>
        {!linked && (
          <p className={styles.said}>
            It has no link with {view.key}: while it has none, Ballast may miss that an incident
            came again.
          </p>
        )}
        {recurred.length > 0 && done === null && (
          <p className={styles.said}>
            Came again while this is open: {recurred.join(', ')}. Its technical risk rose.
          </p>
        )}
      </div>
      <Lozenge
        appearance={
          done === null ? (late ? 'danger' : 'information') : done <= due ? 'success' : 'warning'
        }
      >
        {done === null ? (late ? 'Overdue' : 'Open') : done <= due ? 'Done in time' : 'Done late'}
      </Lozenge>
    </li>
  );
}

type Part = Pick<EditorProps, 'issueId' | 'view'>;

function NewAction({ issueId, view }: Part): JSX.Element {
  const { run, saving, refusal } = useSaving(issueId, view.revision);
  const [summary, setSummary] = useState('');
  const [owner, setOwner] = useState<Person | null>(null);
  const [priority, setPriority] = useState(true);
  const latest = priority ? view.actionDays.priority : view.actionDays.other;
  const [due, setDue] = useState('');
  const create = (): void => {
    if (owner === null) return;
    run(
      () =>
        ask('postmortem.act', {
          issueId,
          summary: summary.trim(),
          owner: owner.accountId,
          due: due === '' ? latest : due,
          priority,
        }),
      () => {
        setSummary('');
        setDue('');
      },
    );
  };
  return (
    <>
      <Field label="What will be different afterwards" id="pm-action-summary">
        <Textfield
          id="pm-action-summary"
          maxLength={255}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
      </Field>
      <div className={styles.pair}>
        <Field label="Owner" id="pm-action-owner">
          <PersonPicker id="pm-action-owner" issueId={issueId} chosen={owner} choose={setOwner} />
        </Field>
        <Field label="Due" id="pm-action-due" hint={`At the latest ${latest}`}>
          <Textfield
            id="pm-action-due"
            type="date"
            min={view.today}
            max={latest}
            value={due === '' ? latest : due}
            onChange={(event) => setDue(event.currentTarget.value)}
          />
        </Field>
      </div>
      <div className={styles.choice}>
        <input
          type="checkbox"
          id="pm-action-priority"
          checked={priority}
          onChange={() => setPriority(!priority)}
        />
        <label htmlFor="pm-action-priority">Priority: without it, it would happen again</label>
      </div>
      <FormButtons reason={null}>
        <Button
          appearance="primary"
          isDisabled={saving || summary.trim() === '' || owner === null}
          onClick={create}
        >
          {saving ? 'Creating…' : 'Create the action in Jira'}
        </Button>
      </FormButtons>
      <NotSaved refusal={refusal} />
    </>
  );
}

function NoAction({ issueId, view }: Part): JSX.Element {
  const { change, saving, refusal } = useSaving(issueId, view.revision);
  const [reason, setReason] = useState('');
  if (view.noAction !== null) {
    return (
      <FormButtons reason={null}>
        <Button isDisabled={saving} onClick={() => change({ kind: 'noAction', reason: null })}>
          Take that decision back
        </Button>
      </FormButtons>
    );
  }
  return (
    <details>
      <summary>No action is worth it</summary>
      <div className={styles.form}>
        <Field
          label="Why not"
          id="pm-no-action"
          hint="It is recorded as a decision, with your name."
        >
          <TextArea
            id="pm-no-action"
            minimumRows={2}
            maxLength={1_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
        <FormButtons reason={null}>
          <Button
            isDisabled={saving || reason.trim() === ''}
            onClick={() => change({ kind: 'noAction', reason: reason.trim() })}
          >
            Record the decision not to act
          </Button>
        </FormButtons>
        <NotSaved refusal={refusal} />
      </div>
    </details>
  );
}
