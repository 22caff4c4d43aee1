import Button from '@atlaskit/button/new';
import VisuallyHidden from '@atlaskit/visually-hidden';
import type { ComponentType, JSX } from 'react';
import type { ChecklistItem } from '../../../../../../src/core/post-mortem/checklist';
import { dayOf } from '../../../shared/text/ago';
import { UserText } from '../../../shared/text/user-text';
import { ActionsEditor } from './actions-editor';
import { EarlierEditor } from './earlier-editor';
import type { EditorProps } from './editor';
import { FactorsEditor } from './factors-editor';
import { HandEditor } from './hand-editor';
import { Impact } from './impact';
import { OwnerEditor } from './owner-editor';
import styles from './post-mortem.module.css';
import { ReviewEditor } from './review-editor';
import { ShareEditor } from './share-editor';
import { Timeline } from './timeline';
import { isOverdue, nameOf, signedBy, stepText } from './post-mortem-text';

const EDITORS: Readonly<Record<string, ComponentType<EditorProps>>> = {
  owner: OwnerEditor,
  factors: FactorsEditor,
  recurrence: EarlierEditor,
  actions: ActionsEditor,
  review: ReviewEditor,
  shared: ShareEditor,
};

interface Props extends EditorProps {
  readonly open: boolean;
  readonly toggle: () => void;
  readonly goTo: (item: string) => void;
}

/** One line of the checklist; its form opens below it. */
export function Item({ open, toggle, goTo, ...props }: Props): JSX.Element {
  const { item, issueId, view } = props;
  const then = item.done === null ? undefined : view.items.find(({ id }) => id === view.next);
  const Editor = EDITORS[item.id] ?? HandEditor;
  return (
    <li className={styles.item} data-done={item.done !== null}>
      <h3 className={styles.itemHead}>
        <button
          type="button"
          id={headId(item.id)}
          className={styles.disclosure}
          aria-expanded={open}
          aria-controls={open ? `${headId(item.id)}-form` : undefined}
          onClick={toggle}
        >
          <span className={styles.mark} aria-hidden>
            {item.done === null ? '' : '✓'}
          </span>
          <span className={styles.itemText}>
            <VisuallyHidden>{item.done === null ? 'Open: ' : 'Done: '}</VisuallyHidden>
            <UserText max={200}>{item.text}</UserText>
          </span>
          <span className={styles.itemState}>
            <State {...props} />
          </span>
        </button>
      </h3>
      {open && (
        <div id={`${headId(item.id)}-form`} className={styles.form}>
          {item.id === 'impact' && <Impact view={view} />}
          {item.id === 'timeline' && <Timeline view={view} />}
          <Editor key={issueId} {...props} />
          {then !== undefined && (
            <div>
              <Button appearance="subtle" onClick={() => goTo(then.id)}>
                {`Then: ${stepText(then)}`}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

export const headId = (item: string): string => `pm-item-${item}`;

function State({ item, view }: Pick<EditorProps, 'item' | 'view'>): JSX.Element {
  if (item.done !== null) return <UserText max={80}>{stateText(item, view)}</UserText>;
  const own =
    item.owner !== null && item.owner !== view.owner
      ? `${nameOf(item.owner, view)}${item.due === null ? '' : `, until ${dayOf(item.due) ?? item.due}`}`
      : null;
  return (
    <>
      {own !== null && <UserText max={80}>{own}</UserText>}{' '}
      {item.blocks ? 'holds up closing' : 'can wait'}
      {isOverdue(item.due, view.today) && <strong>, overdue</strong>}
    </>
  );
}

function stateText(item: ChecklistItem, view: EditorProps['view']): string {
  return item.id === 'owner'
    ? nameOf(view.owner, view)
    : item.done === null
      ? ''
      : signedBy(item.done, view);
}
