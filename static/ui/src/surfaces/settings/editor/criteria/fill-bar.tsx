import type { JSX } from 'react';
import { sameName } from '../../../../../../../src/core/text/same-name';
import type { SettingsInputs } from '../../../../../../../src/contract/settings-inputs';
import { percent } from '../../../../shared/text/format-number';
import { namesAt, textAt } from '../../draft/document-path';
import { useEditor } from '../editor-context';
import { isSignalKind, signalKinds } from './signal-kinds';
import styles from './criteria.module.css';

/** On how many of today's open issues the criterion has a value. */
export function FillBar({ criterion }: { readonly criterion: unknown }): JSX.Element {
  const { facts } = useEditor().inputs;
  const share = filledShare(criterion, facts);
  const fields = namesAt(criterion, ['signal', 'fields']);
  if (share === null)
    return (
      <span className={styles.fill}>
        {facts !== undefined &&
        fields.length > 0 &&
        facts.fields.length > 0 &&
        fieldCalled(fields, facts) === undefined
          ? 'no such field'
          : ''}
      </span>
    );
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
  if (today !== undefined && today.known + today.unknown > 0)
    return today.known / (today.known + today.unknown);
  return fieldCalled(namesAt(criterion, ['signal', 'fields']), facts)?.filled?.share ?? null;
}

function fieldCalled(
  names: readonly string[],
  facts: SettingsInputs,
): SettingsInputs['fields'][number] | undefined {
  const wanted = names.map(sameName);
  return facts.fields.find(
    (one) => wanted.includes(sameName(one.name)) || wanted.includes(sameName(one.id)),
  );
}
