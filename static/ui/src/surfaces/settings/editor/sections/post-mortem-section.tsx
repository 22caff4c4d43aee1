import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import { useId, type JSX } from 'react';
import { isRecord, listAt, numberAt, readAt, recordAt, textAt } from '../../draft/document-path';
import { problemsUnder, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { idFor } from '../criteria/new-ids';
import { SettingControls } from '../fields/setting-control';
import { NumberBox } from '../fields/number-box';
import { OrderTools } from '../fields/order-tools';
import type { Setting } from '../fields/setting';
import { ChoiceBox } from '../fields/simple-fields';
import styles from '../editor.module.css';
import layout from '../../../../shared/styles/layout.module.css';

const weeks: readonly Setting[] = [
  { kind: 'heading', label: 'Preventive actions' },
  {
    kind: 'number',
    path: ['postMortem', 'actionWeeks', 'priority'],
    label: 'A priority action may take',
    unit: 'weeks',
    min: 1,
    max: 52,
    step: 1,
  },
  {
    kind: 'number',
    path: ['postMortem', 'actionWeeks', 'other'],
    label: 'Any other',
    unit: 'weeks',
    min: 1,
    max: 104,
    step: 1,
  },
];

/** What a post-mortem asks for, and by when. */
export function PostMortemSection(): JSX.Element {
  const { draft } = useEditor();
  const items = listAt(draft.document, ['postMortem', 'checklist']);
  const locked = draft.readOnly !== null;
  const write = (list: readonly unknown[]): void => draft.set(['postMortem', 'checklist'], list);
  const fresh = (): unknown => ({
    id: idFor(
      'item',
      items.map((item) => textAt(item, ['id'])),
      'item',
    ).replaceAll('_', '-'),
    text: '',
    required: true,
  });
  return (
    <>
      <ol className={layout.column} aria-label="Checklist" data-place="postMortem.checklist">
        {items.map((item, at) => (
          <li
            key={textAt(item, ['id'])}
            className={styles.card}
            data-place={`postMortem.checklist.${at}`}
          >
            <Textfield
              isCompact
              aria-label={`Item ${at + 1}`}
              value={textAt(item, ['text'])}
              maxLength={200}
              isReadOnly={locked}
              onChange={(event) =>
                draft.set(['postMortem', 'checklist', at, 'text'], event.currentTarget.value)
              }
            />
            <div className={styles.cardHead}>
              <Required at={at} checked={readAt(item, ['required']) !== false} locked={locked} />
              {!locked && (
                <OrderTools
                  list={items}
                  at={at}
                  name={`item ${at + 1}`}
                  write={write}
                  keep={items.length === 1}
                />
              )}
            </div>
            <ProblemText problems={problemsUnder(draft, ['postMortem', 'checklist', at])} />
          </li>
        ))}
      </ol>
      {!locked && items.length < 40 && (
        <div>
          <Button spacing="compact" onClick={() => write([...items, fresh()])}>
            Add an item
          </Button>
        </div>
      )}
      <Due />
      <SettingControls of={weeks} />
    </>
  );
}

function Required({
  at,
  checked,
  locked,
}: {
  readonly at: number;
  readonly checked: boolean;
  readonly locked: boolean;
}): JSX.Element {
  const { draft } = useEditor();
  const id = useId();
  return (
    <span className={styles.numberBox}>
      <Toggle
        id={id}
        isChecked={checked}
        isDisabled={locked}
        onChange={(event) =>
          draft.set(['postMortem', 'checklist', at, 'required'], event.currentTarget.checked)
        }
      />
      <label htmlFor={id}>{`Required`}</label>
    </span>
  );
}

const counts = [
  { value: 'calendar', label: 'calendar days' },
  { value: 'business', label: 'business days' },
] as const;

/** A severity without a number needs no post-mortem. */
function Due(): JSX.Element {
  const { draft } = useEditor();
  const due = recordAt(draft.document, ['postMortem', 'due']);
  const locked = draft.readOnly !== null;
  const write = (severity: string, value: unknown): void =>
    draft.set(
      ['postMortem', 'due'],
      Object.fromEntries(
        [
          ...Object.entries(due).filter(([one]) => one !== severity),
          ...(value === null ? [] : [[severity, value] as const]),
        ].sort(([a], [b]) => a.localeCompare(b)),
      ),
    );
  return (
    <div
      className={styles.wideRow}
      role="group"
      aria-label="Due after it was resolved"
      data-place="postMortem.due"
    >
      <div className={styles.said}>
        <span className={styles.label}>Due after it was resolved</span>
        <p className={styles.help}>Empty: none is asked for.</p>
      </div>
      {['1', '2', '3', '4', '5'].map((severity) => {
        const one = due[severity];
        return (
          <div
            key={severity}
            className={styles.conditionParts}
            data-place={`postMortem.due.${severity}`}
          >
            <span className={styles.numberBox}>
              <span className={styles.partWord}>{`SEV${severity}`}</span>
              <NumberBox
                label={`Days for SEV${severity}`}
                value={numberAt(one, ['days'])}
                placeholder="none"
                min={1}
                max={365}
                step={1}
                locked={locked}
                write={(days) =>
                  write(
                    severity,
                    days === null ? null : { days, count: textAt(one, ['count']) || 'business' },
                  )
                }
              />
            </span>
            {isRecord(one) && (
              <ChoiceBox
                label={`Counted for SEV${severity}`}
                value={textAt(one, ['count'])}
                options={counts}
                locked={locked}
                write={(count) => write(severity, { ...one, count })}
              />
            )}
          </div>
        );
      })}
      <ProblemText problems={problemsUnder(draft, ['postMortem', 'due'])} />
    </div>
  );
}
