import type { JSX } from 'react';
import { sameName } from '../../../../../../../src/core/rubric/same-name';
import type { SettingsInputs } from '../../../../../../../src/contract/settings';
import { percent } from '../../../../shared/format-number';
import { namesAt, textAt } from '../../draft/document-path';
import { useEditor } from '../editor-context';
import { isSignalKind, signalKinds } from './signal-kinds';
import styles from './criteria.module.css';

/** On how many of today's open issues the criterion has a value. */
export function FillBar({ criterion }: { readonly criterion: unknown }): JSX.Element {
  const share = filledShare(criterion, useEditor().inputs.facts);
  if (share === null) return <span className={styles.fill} />;
  return (
    <span className={styles.fill}>
      <span className={styles.track} aria-hidden>
        <span className={styles.filled} style={{ inlineSize: `${share * 100}%` }} />
      </span>
      {`${percent(share)} set`}
    </span>
  );
}

/** Of the ledger where the criterion was scored already, else of the sample's first field; null when nobody knows. */
export function filledShare(criterion: unknown, facts: SettingsInputs | undefined): number | null {
  if (facts === undefined) return null;
  const kind = textAt(criterion, ['signal', 'kind']);
  // That nothing is linked is a fact too.
  if (isSignalKind(kind) && signalKinds[kind].linked) return 1;
  const today = facts.distributions[textAt(criterion, ['id'])];
  if (today !== undefined && today.known + today.unknown > 0) return today.known / (today.known + today.unknown);
  const names = namesAt(criterion, ['signal', 'fields']).map(sameName);
  const field = facts.fields.find((one) => names.includes(sameName(one.name)) || names.includes(sameName(one.id)));
  return field?.filled?.share ?? null;
}
