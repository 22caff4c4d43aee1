import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import type { JSX } from 'react';
import type { PostMortemView } from '../../../../../../src/core/post-mortem/view';
import { dayOf } from '../../../shared/text/ago';
import { count } from '../../../shared/text/format-number';
import { capital } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import styles from './post-mortem.module.css';
import { dueText, isOverdue, nameOf, stepText } from './post-mortem-text';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly view: PostMortemView;
  readonly goTo: (item: string) => void;
}

/** How far it is, until when, and the one thing to do next. */
export function Progress({ view, goTo }: Props): JSX.Element {
  const { items, due, today } = view;
  const done = items.filter((item) => item.done !== null).length;
  const waiting = items.filter((item) => item.blocks && item.done === null).length;
  const next = items.find(({ id }) => id === view.next) ?? null;
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <Heading size="small" as="h2">
          Post-mortem
        </Heading>
        {view.severity !== null && <Lozenge appearance="danger">{`SEV${view.severity}`}</Lozenge>}
        {waiting === 0 ? (
          <Lozenge appearance="success">Complete</Lozenge>
        ) : (
          due !== null && (
            <Lozenge appearance={isOverdue(due, today) ? 'danger' : 'warning'}>
              {capital(dueText(due, today))}
            </Lozenge>
          )
        )}
      </div>
      <div className={layout.line}>
        <div
          className={styles.bar}
          role="progressbar"
          aria-label="Checklist"
          aria-valuemin={0}
          aria-valuemax={items.length}
          aria-valuenow={done}
          aria-valuetext={`${done} of ${items.length} done`}
        >
          <div
            className={styles.fill}
            style={{ inlineSize: `${(100 * done) / Math.max(1, items.length)}%` }}
          />
        </div>
        <p className={styles.of} aria-live="polite">
          <strong>{done}</strong> of {items.length} done
          {waiting > 0 && `; closing waits for ${count(waiting, 'item')}`}
        </p>
      </div>
      <div className={styles.lead}>
        {next !== null && (
          <Button appearance={waiting > 0 ? 'primary' : 'default'} onClick={() => goTo(next.id)}>
            {`Next: ${stepText(next)}`}
          </Button>
        )}
        <p className={styles.note}>
          <UserText max={160}>{`Owner: ${nameOf(view.owner, view)}`}</UserText>
          {due !== null && ` · due ${dayOf(due) ?? due}`}
        </p>
      </div>
    </header>
  );
}
