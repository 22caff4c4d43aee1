import type { JSX } from 'react';
import { sameName } from '../../../../../../../src/core/text/same-name';
import { signalKinds, isSignalKind } from '../criteria/signal-kinds';
import { problemsAt, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { SettingControls } from '../fields/setting-control';
import { NamedNumbers } from '../fields/named-numbers';
import { Row } from '../fields/field-row';
import { ChoiceBox } from '../fields/simple-fields';
import { usePlace } from '../fields/use-place';
import { readAt, textAt, type Path } from '../../draft/document-path';
import { curveKinds, curvesFor, isCurveKind, freshCurve } from './curve-kinds';
import { CurveChart } from '../../../../charts/curve/curve-chart';
import { spreadText, whoText } from './spread-text';
import { curveSettings } from './curve-settings';
import { StepsEditor } from './steps-editor';
import { todaysSpread } from './todays-spread';
import text from '../../../../shared/styles/text.module.css';

/** How a criterion's value becomes points: its kind, its picture and its numbers. */
export function CurveEditor({ criterion }: { readonly criterion: Path }): JSX.Element {
  const { draft, inputs } = useEditor();
  const path = [...criterion, 'curve'];
  const place = usePlace(path, false);
  const signal = textAt(draft.document, [...criterion, 'signal', 'kind']);
  const kind = textAt(place.value, ['kind']);
  const method = textAt(draft.document, ['method', 'kind']);
  const today = todaysSpread(
    readAt(draft.document, criterion),
    inputs.facts,
    draft.published.document,
  );
  const about = isSignalKind(signal) ? signalKinds[signal] : signalKinds.number;
  const possible = curvesFor(signal, method === 'formula' || method === 'matrix');
  const offered = Object.entries(curveKinds).filter(
    ([one]) => one === kind || possible.some((fit) => fit === one),
  );
  const known = offered.find(([one]) => one === kind);
  return (
    <>
      <Row place={place} label="Becomes points by" help={known?.[1].help}>
        <ChoiceBox
          id={place.id}
          describedBy={place.describedBy}
          locked={place.locked}
          invalid={place.invalid}
          value={kind}
          options={offered.map(([value, { label }]) => ({ value, label }))}
          write={(value) => {
            const chosen = possible.find((one) => one === value);
            if (chosen !== undefined) place.write(freshCurve(chosen, signal, today?.of));
          }}
        />
      </Row>
      <CurveChart
        curve={place.value}
        today={today?.of}
        who={whoText(today)}
        unit={about.unit}
        caption={spreadText(today)}
      />
      {kind === 'table' && (
        <>
          <p className={text.note}>{spreadText(today).replace('Grey: ', 'Counted are ')}</p>
          <NamedNumbers
            counts={new Map(today?.of.names.map(({ name, issues }) => [sameName(name), issues]))}
            setting={{
              kind: 'named numbers',
              path: [...path, 'values'],
              label: 'Points for',
              name: 'Name',
              number: 'Points',
              min: 0,
              max: 100,
              add: 'Add a name',
              ...(signal === 'priority' && { from: 'priorities' as const }),
              ...(signal === 'workType' && { from: 'workTypes' as const }),
            }}
          />
        </>
      )}
      {kind === 'steps' && <StepsEditor path={[...path, 'steps']} unit={about.unit} />}
      <SettingControls
        of={
          isCurveKind(kind)
            ? curveSettings(
                kind,
                path,
                about.unit,
                about.gives === 'names' || readAt(place.value, ['names']) !== undefined,
              )
            : []
        }
      />
      <ProblemText problems={problemsAt(draft, [...criterion, 'curve', 'kind'])} />
    </>
  );
}
