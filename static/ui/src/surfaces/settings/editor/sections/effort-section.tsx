import Button from '@atlaskit/button/new';
import { useId, type JSX } from 'react';
import { listAt, namesAt, readAt, textAt, type Path } from '../../draft/document-path';
import { problemsUnder, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { SettingControls } from '../fields/setting-control';
import { NamesBox } from '../fields/names-box';
import { NumberBox } from '../fields/number-box';
import { ChoiceBox } from '../fields/simple-fields';
import { OrderTools } from '../fields/order-tools';
import { effortSettings } from './effort-settings';
import styles from '../editor.module.css';
import layout from '../../../../shared/styles/layout.module.css';

/** Where the estimate comes from, and what it costs. */
export function EffortSection(): JSX.Element {
  const { draft } = useEditor();
  const sources = listAt(draft.document, ['effort', 'sources']);
  const write = (list: readonly unknown[]): void => draft.set(['effort', 'sources'], list);
  return (
    <>
      <div
        className={styles.wideRow}
        role="group"
        aria-label="Where the estimate comes from"
        data-place="effort.sources"
      >
        <div className={styles.said}>
          <span className={styles.label}>Where the estimate comes from</span>
          <p className={styles.help}>The first of these that is filled counts.</p>
        </div>
        <ul className={layout.column}>
          {sources.map((source, at) => (
            <Source
              key={at}
              path={['effort', 'sources', at]}
              name={`source ${at + 1}`}
              source={source}
              tools={
                draft.readOnly === null ? (
                  <OrderTools
                    list={sources}
                    at={at}
                    name={`source ${at + 1}`}
                    write={write}
                    keep={sources.length === 1}
                  />
                ) : null
              }
            />
          ))}
        </ul>
        {draft.readOnly === null && sources.length < 10 && (
          <div>
            <Button
              spacing="compact"
              onClick={() => write([...sources, { fields: [], perUnit: 1 }])}
            >
              Add a source
            </Button>
          </div>
        )}
      </div>
      <SettingControls of={effortSettings(draft.document)} />
    </>
  );
}

const WORKING_DAYS = 'workingDays';
/** Seconds become days by the site's own time tracking. */
const holds = [
  { value: '', label: 'in the field' },
  { value: WORKING_DAYS, label: 'working days, of a field that holds time' },
];

function Source({
  path,
  name,
  source,
  tools,
}: {
  readonly path: Path;
  readonly name: string;
  readonly source: unknown;
  readonly tools: JSX.Element | null;
}): JSX.Element {
  const { draft } = useEditor();
  const id = useId();
  const locked = draft.readOnly !== null;
  return (
    <li className={styles.card} data-place={path.join('.')}>
      <div className={styles.cardHead}>
        <label htmlFor={id}>Fields</label>
        {tools}
      </div>
      <NamesBox
        id={id}
        names={namesAt(source, ['fields'])}
        from="fields"
        locked={locked}
        write={(fields) => draft.set([...path, 'fields'], fields)}
      />
      <span className={styles.numberBox}>
        <span className={styles.partWord}>One unit is</span>
        <NumberBox
          label={`One unit, ${name}`}
          value={readAt(source, ['perUnit'])}
          min={0}
          locked={locked}
          write={(value) => draft.set([...path, 'perUnit'], value)}
        />
        <ChoiceBox
          label={`What it holds, ${name}`}
          value={textAt(source, ['in'])}
          options={holds}
          locked={locked}
          write={(value) =>
            draft.set([...path, 'in'], value === WORKING_DAYS ? WORKING_DAYS : undefined)
          }
        />
      </span>
      <ProblemText problems={problemsUnder(draft, path)} />
    </li>
  );
}
