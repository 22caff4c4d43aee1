import Button from '@atlaskit/button/new';
import { useState, type JSX } from 'react';
import type { Candidate } from '../../../../../../src/core/post-mortem/happened-before';
import { dayOf } from '../../../shared/text/ago';
import { Answered } from '../../../shared/questions/answered';
import { IssueLink } from '../../../shared/components/issue-link';
import { useAnswer } from '../../../shared/questions/use-answer';
import { UserText } from '../../../shared/text/user-text';
import { FormButtons, NotSaved, type EditorProps } from './editor';
import styles from './editor.module.css';
import { useSaving } from './use-post-mortem';
import form from '../../../shared/styles/form.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** Earlier incidents that may have been the same; the person decides. */
export function EarlierEditor(props: EditorProps): JSX.Element {
  const asked = useAnswer('postmortem.before', { issueId: props.issueId });
  return (
    <Answered asked={asked} loading="Looking through earlier incidents…">
      {(candidates) => <Choices {...props} candidates={candidates} />}
    </Answered>
  );
}

function Choices({
  issueId,
  view,
  candidates,
}: EditorProps & { readonly candidates: readonly Candidate[] }): JSX.Element {
  const { change, saving, refusal } = useSaving(issueId, view.revision);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(view.earlier ?? []));
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  return (
    <div className={styles.form}>
      <p className={styles.said}>
        {candidates.length === 0
          ? 'Nothing among the incidents that you may see is linked, of the same component or in similar words.'
          : 'The likeliest first, by links, components and words. If the actions of one of them are still open, their risk rises.'}
      </p>
      {candidates.length > 0 && (
        <fieldset className={`${layout.column} ${styles.list}`} disabled={view.may.edit !== null}>
          <legend className={form.label}>Which of these was the same?</legend>
          {candidates.map(({ key, summary, at, open, because }) => (
            <div key={key} className={styles.choice}>
              <input
                type="checkbox"
                id={`pm-earlier-${key}`}
                checked={chosen.has(key)}
                onChange={() => toggle(key)}
              />
              <div>
                <label htmlFor={`pm-earlier-${key}`}>
                  {key} <UserText max={160}>{summary}</UserText>
                </label>
                <p className={styles.said}>
                  {open ? 'Open' : 'Closed'}, raised {dayOf(at)}:{' '}
                  <UserText max={200}>{because.join(' · ')}</UserText>. <IssueLink issueKey={key} />
                </p>
              </div>
            </div>
          ))}
        </fieldset>
      )}
      <FormButtons reason={view.may.edit}>
        <Button
          appearance={chosen.size > 0 ? 'primary' : 'default'}
          isDisabled={saving || chosen.size === 0}
          onClick={() => change({ kind: 'earlier', keys: [...chosen].sort() })}
        >
          It happened before
        </Button>
        <Button
          appearance={chosen.size === 0 ? 'primary' : 'default'}
          isDisabled={saving}
          onClick={() => change({ kind: 'earlier', keys: [] }, () => setChosen(new Set()))}
        >
          This is the first time
        </Button>
      </FormButtons>
      <NotSaved refusal={refusal} />
    </div>
  );
}
