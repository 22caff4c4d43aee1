import { IconButton } from '@atlaskit/button/new';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import DeleteIcon from '@atlaskit/icon/core/delete';
import type { JSX } from 'react';
import { movedInList, withoutItem } from './reorder-list';
import styles from '../editor.module.css';

interface Props<T> {
  readonly list: readonly T[];
  readonly at: number;
  /** What it is called, for whom does not see where the buttons stand. */
  readonly name: string;
  readonly write: (list: readonly T[]) => void;
  /** It must stay. */
  readonly keep?: boolean;
}

/** Moves an item of a list up or down, or takes it out. */
export function OrderTools<T>({ list, at, name, write, keep = false }: Props<T>): JSX.Element {
  return (
    <span className={styles.tools}>
      <IconButton
        icon={ArrowUpIcon}
        spacing="compact"
        appearance="subtle"
        label={`Move up: ${name}`}
        isDisabled={at === 0}
        onClick={() => write(movedInList(list, at, -1))}
      />
      <IconButton
        icon={ArrowDownIcon}
        spacing="compact"
        appearance="subtle"
        label={`Move down: ${name}`}
        isDisabled={at === list.length - 1}
        onClick={() => write(movedInList(list, at, 1))}
      />
      <IconButton
        icon={DeleteIcon}
        spacing="compact"
        appearance="subtle"
        label={`Remove: ${name}`}
        isDisabled={keep}
        onClick={() => write(withoutItem(list, at))}
      />
    </span>
  );
}
