import type { JSX } from 'react';
import { functions } from '../../../../../../../src/core/formula/expression';
import { listAt, textAt } from '../../draft/document-path';
import { problemsAt, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { SettingControls } from '../fields/setting-control';
import { Row } from '../fields/field-row';
import type { Setting } from '../fields/setting';
import { ChoiceBox } from '../fields/simple-fields';
import { usePlace } from '../fields/use-place';
import { methodHelp, methodKinds, withMethod } from './fresh-method';
import { MatrixEditor } from './matrix-editor';
import styles from '../editor.module.css';
import text from '../../../../shared/styles/text.module.css';

/** How what the criteria find becomes one value. */
export function MethodSection(): JSX.Element {
  const { draft } = useEditor();
  const place = usePlace(['method', 'kind']);
  const kind = methodKinds.find(
    ({ value }) => value === textAt(draft.document, ['method', 'kind']),
  )?.value;
  return (
    <>
      <SettingControls
        of={[{ kind: 'text', path: ['name'], label: 'Name of this rubric', max: 120 }]}
      />
      <Row place={place} label="Method" help={kind === undefined ? undefined : methodHelp[kind]}>
        <ChoiceBox
          id={place.id}
          describedBy={place.describedBy}
          value={kind}
          options={methodKinds}
          locked={place.locked}
          invalid={place.invalid}
          write={(chosen) =>
            draft.change(
              withMethod(draft.document, chosen),
              null,
              draft.inherits.filter((section) => section !== 'method' && section !== 'criteria'),
            )
          }
        />
      </Row>
      <ProblemText
        problems={[...problemsAt(draft, ['method']), ...problemsAt(draft, ['method', 'scale'])]}
      />
      {kind === 'weighted' && <SettingControls of={weighted} />}
      {kind === 'formula' && <Formula />}
      {kind === 'matrix' && <MatrixEditor />}
    </>
  );
}

const measure: Setting = {
  kind: 'text',
  path: ['method', 'measure'],
  label: 'What you call the number',
  help: 'RICE, WSJF …',
  max: 40,
};
const weighted: readonly Setting[] = [
  measure,
  { kind: 'number', path: ['method', 'scale', 'from'], label: 'The scale begins at' },
  { kind: 'number', path: ['method', 'scale', 'to'], label: 'and ends at' },
];

function Formula(): JSX.Element {
  const { draft } = useEditor();
  const place = usePlace(['method', 'scale', 'kind']);
  const scale = textAt(draft.document, ['method', 'scale', 'kind']);
  const names = listAt(draft.document, ['criteria']).map((criterion) => ({
    id: textAt(criterion, ['id']),
    label: textAt(criterion, ['label']),
  }));
  return (
    <>
      <SettingControls
        of={[
          measure,
          {
            kind: 'text',
            path: ['method', 'expression'],
            label: 'Formula',
            help: `Numbers, + − * / **, parentheses, ${Object.keys(functions).join(', ')} and the names of criteria.`,
            max: 500,
            lines: 2,
          },
        ]}
      />
      <p className={text.note}>
        {names.map(({ id, label }) => (
          <span key={id} className={styles.formulaName}>
            <code>{id}</code> {label}
          </span>
        ))}
      </p>
      <Row place={place} label="Becomes 0 to 100 points" help="Without looking at any other issue.">
        <ChoiceBox
          id={place.id}
          describedBy={place.describedBy}
          value={scale}
          locked={place.locked}
          invalid={place.invalid}
          options={[
            { value: 'linear', label: 'evenly between two ends' },
            { value: 'log', label: 'by magnitude' },
          ]}
          write={(chosen) =>
            draft.set(
              ['method', 'scale'],
              chosen === 'log' ? { kind: 'log', full: 1000 } : { kind: 'linear', from: 0, to: 100 },
            )
          }
        />
      </Row>
      <SettingControls
        of={
          scale === 'log'
            ? [
                {
                  kind: 'number',
                  path: ['method', 'scale', 'full'],
                  label: '100 points at',
                  min: 0,
                },
              ]
            : [
                { kind: 'number', path: ['method', 'scale', 'from'], label: '0 points at' },
                { kind: 'number', path: ['method', 'scale', 'to'], label: '100 points at' },
              ]
        }
      />
    </>
  );
}
