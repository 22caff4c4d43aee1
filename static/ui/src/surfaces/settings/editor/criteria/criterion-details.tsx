import type { JSX } from 'react';
import { sameName } from '../../../../../../../src/core/text/same-name';
import { listAt, namesAt, textAt } from '../../draft/document-path';
import { problemsAt, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { CurveEditor } from '../curves/curve-editor';
import { curvesFor, freshCurve } from '../curves/curve-kinds';
import { todaysSpread } from '../curves/todays-spread';
import { SettingControls } from '../fields/setting-control';
import { OrderTools } from '../fields/order-tools';
import { Row } from '../fields/field-row';
import type { Setting } from '../fields/setting';
import { ChoiceBox } from '../fields/simple-fields';
import { usePlace } from '../fields/use-place';
import { fieldText } from './field-text';
import { isSignalKind, kindNames, signalKinds } from './signal-kinds';
import { freshSignal, signalSettings } from './signal-settings';
import editor from '../editor.module.css';
import styles from './criteria.module.css';
import text from '../../../../shared/styles/text.module.css';

/** Where a criterion's value comes from, what its absence means, and how it becomes points. */
export function CriterionDetails({ at }: { readonly at: number }): JSX.Element {
  const { draft } = useEditor();
  const { document } = draft;
  const path = ['criteria', at] as const;
  const criteria = listAt(document, ['criteria']);
  const label = textAt(criteria[at], ['label']);
  const kind = textAt(document, [...path, 'signal', 'kind']);
  const method = textAt(document, ['method', 'kind']);
  const arithmetic = method === 'formula' || method === 'matrix';
  const pillars = listAt(document, ['pillars']).map((pillar) => ({
    value: textAt(pillar, ['id']),
    label: textAt(pillar, ['label']),
  }));
  const absence: Setting = {
    kind: 'choice',
    path: [...path, 'absence'],
    label: 'When there is nothing',
    help: 'Unknown leaves the criterion out and widens the range; zero counts as no points.',
    options: [
      { value: 'unknown', label: 'it is unknown' },
      { value: 'zero', label: 'it is zero: a fact' },
    ],
  };
  const last: readonly Setting[] = [
    { kind: 'choice', path: [...path, 'pillar'], label: 'Pillar', options: pillars },
    ...(arithmetic
      ? [
          {
            kind: 'text',
            path: [...path, 'id'],
            label: 'Name in the formula',
            help: 'Letters, digits and _.',
            max: 40,
          } as const,
        ]
      : [
          {
            kind: 'number',
            path: [...path, 'assumed'],
            label: 'Counts while unknown as',
            help: 'Leave empty to leave it out of the sum. The range stays as wide either way.',
            unit: 'points',
            min: 0,
            max: 100,
            optional: true,
          } as const,
          {
            kind: 'switch',
            path: [...path, 'fades'],
            label: 'Fades with age',
            help: 'Counts less, the longer nobody has touched the issue.',
          } as const,
          {
            kind: 'switch',
            path: [...path, 'ifSiteHas'],
            label: 'Leave out where the site lacks the field',
            help: 'Instead of calling it unknown on every issue.',
          } as const,
        ]),
  ];
  return (
    <div className={styles.details}>
      <ProblemText problems={problemsAt(draft, path)} />
      <SettingControls of={[{ kind: 'text', path: [...path, 'label'], label: 'Name', max: 80 }]} />
      <SignalChoice at={at} />
      <SettingControls
        of={[...(isSignalKind(kind) ? signalSettings(kind, [...path, 'signal']) : []), absence]}
      />
      <FieldFactsLine at={at} />
      <CurveEditor criterion={path} />
      <SettingControls of={last} />
      {draft.readOnly === null && (
        <div className={editor.cardHead}>
          <span className={text.note}>Its place, or take it out</span>
          <OrderTools
            list={criteria}
            at={at}
            name={label}
            keep={criteria.length === 1}
            write={(list) => draft.set(['criteria'], list)}
          />
        </div>
      )}
    </div>
  );
}

/** Another signal may need another curve, and another word for nothing. */
function SignalChoice({ at }: { readonly at: number }): JSX.Element {
  const { draft, inputs } = useEditor();
  const path = ['criteria', at] as const;
  const place = usePlace([...path, 'signal', 'kind']);
  const kind = textAt(draft.document, [...path, 'signal', 'kind']);
  const method = textAt(draft.document, ['method', 'kind']);
  const choose = (chosen: (typeof kindNames)[number]): void => {
    const criterion = listAt(draft.document, ['criteria'])[at];
    const fits = curvesFor(chosen, method === 'formula' || method === 'matrix');
    const curve = textAt(criterion, ['curve', 'kind']);
    const signal = freshSignal(chosen, namesAt(criterion, ['signal', 'fields']));
    const today = todaysSpread(
      { id: textAt(criterion, ['id']), signal },
      inputs.facts,
      draft.published.document,
    )?.of;
    const [first = 'linear'] = fits;
    draft.set(path, {
      ...(typeof criterion === 'object' ? criterion : {}),
      signal,
      ...(!fits.some((one) => one === curve) && { curve: freshCurve(first, chosen, today) }),
      ...(signalKinds[chosen].linked && { absence: 'zero' }),
    });
  };
  return (
    <Row
      place={place}
      label="Looks at"
      help={isSignalKind(kind) ? signalKinds[kind].help : undefined}
    >
      <ChoiceBox
        id={place.id}
        describedBy={place.describedBy}
        value={kind}
        options={kindNames.map((value) => ({ value, label: signalKinds[value].label }))}
        locked={place.locked}
        invalid={place.invalid}
        write={choose}
      />
    </Row>
  );
}

/** What the chosen field holds on this project's issues. */
function FieldFactsLine({ at }: { readonly at: number }): JSX.Element | null {
  const { draft, inputs } = useEditor();
  const names = namesAt(draft.document, ['criteria', at, 'signal', 'fields']).map(sameName);
  const fields =
    inputs.facts?.fields.filter(
      (field) => names.includes(sameName(field.name)) || names.includes(sameName(field.id)),
    ) ?? [];
  if (fields.length === 0) return null;
  return (
    <ul className={styles.facts}>
      {fields.map((field) => (
        <li key={field.id}>{`${field.name}: ${fieldText(field)}`}</li>
      ))}
    </ul>
  );
}
