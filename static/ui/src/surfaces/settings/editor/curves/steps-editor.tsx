import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { JSX } from 'react';
import { listAt, numberAt, readAt, type Path } from '../../draft/document-path';
import { withoutItem } from '../fields/reorder-list';
import { NumberBox } from '../fields/number-box';
import { ProblemText } from '../problem-text';
import { Row } from '../fields/field-row';
import { usePlace } from '../fields/use-place';
import { problemsUnder, useEditor } from '../editor-context';
import styles from '../editor.module.css';
import layout from '../../../../shared/styles/layout.module.css';

/** The steps of a curve, from low to high. */
export function StepsEditor({
  path,
  unit,
}: {
  readonly path: Path;
  readonly unit: string;
}): JSX.Element {
  const { draft } = useEditor();
  const place = usePlace(path, false);
  const steps = listAt(draft.document, path);
  const last = steps.at(-1);
  return (
    <Row place={place} label="Steps" help="From low to high." wide group>
      <ul className={layout.column}>
        {steps.map((step, at) => (
          <li key={at} className={styles.condition} data-place={`${place.anchor}.${at}`}>
            <span className={styles.conditionParts}>
              <span className={styles.numberBox}>
                <span className={styles.partWord}>from</span>
                <NumberBox
                  label={`Step ${at + 1} begins at`}
                  value={readAt(step, ['from'])}
                  unit={unit}
                  locked={place.locked}
                  write={(value) => draft.set([...path, at, 'from'], value)}
                />
              </span>
              <NumberBox
                label={`Step ${at + 1} is worth`}
                value={readAt(step, ['points'])}
                unit="points"
                min={0}
                max={100}
                locked={place.locked}
                write={(value) => draft.set([...path, at, 'points'], value)}
              />
            </span>
            {!place.locked && (
              <IconButton
                icon={CrossIcon}
                spacing="compact"
                appearance="subtle"
                label={`Remove step ${at + 1}`}
                isDisabled={steps.length === 1}
                onClick={() => place.write(withoutItem(steps, at))}
              />
            )}
            <ProblemText problems={problemsUnder(draft, [...path, at])} />
          </li>
        ))}
      </ul>
      {!place.locked && (
        <Button
          spacing="compact"
          appearance="subtle"
          onClick={() =>
            place.write([
              ...steps,
              {
                from: (numberAt(last, ['from']) ?? 0) + 1,
                points: numberAt(last, ['points']) ?? 100,
              },
            ])
          }
        >
          Add a step
        </Button>
      )}
    </Row>
  );
}
