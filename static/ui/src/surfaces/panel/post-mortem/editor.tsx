import type { JSX, ReactNode } from 'react';
import type { ChecklistItem } from '../../../../../../src/core/post-mortem/checklist';
import type { PostMortemView } from '../../../../../../src/core/post-mortem/view';
import { UserText } from '../../../shared/text/user-text';
import styles from './editor.module.css';
import type { Saving } from './use-post-mortem';
import layout from '../../../shared/styles/layout.module.css';
import form from '../../../shared/styles/form.module.css';

/** What the part of the tab that belongs to one item is given. */
export interface EditorProps {
  readonly issueId: string;
  readonly view: PostMortemView;
  readonly item: ChecklistItem;
}

/** Why saving did not work, read out at once. */
export function NotSaved({ refusal }: Pick<Saving, 'refusal'>): JSX.Element | null {
  if (refusal === null) return null;
  return (
    <p role="alert" className={styles.refused}>
      <strong>Not saved.</strong>{' '}
      <UserText max={400}>{`${refusal.what}. ${refusal.advice}`.replace('..', '.')}</UserText>
    </p>
  );
}

/** Buttons of a form; where the person may not use them, the reason instead. */
export function FormButtons({
  reason,
  children,
}: {
  readonly reason: string | null;
  readonly children: ReactNode;
}): JSX.Element {
  return reason === null ? (
    <div className={layout.row}>{children}</div>
  ) : (
    <p className={styles.reason}>
      <UserText max={300}>{reason}</UserText>
    </p>
  );
}

export function Field({
  label,
  id,
  hint,
  children,
}: {
  readonly label: string;
  readonly id: string;
  readonly hint?: string;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={form.label}>
        {label}
      </label>
      {children}
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
