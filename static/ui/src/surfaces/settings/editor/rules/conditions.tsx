import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useId, type JSX } from 'react';
import { listAt, namesAt, pathText, readAt, textAt, type Path } from '../../draft/document-path';
import { problemsUnder, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { withoutItem } from '../fields/reorder-list';
import { NamesBox } from '../fields/names-box';
import { NumberBox } from '../fields/number-box';
import { ChoiceBox } from '../fields/simple-fields';
import type { ConditionPart, RuleOptions } from './condition';
import { SeveralBox } from './several-box';
import styles from '../editor.module.css';
import text from '../../../../shared/styles/text.module.css';
import layout from '../../../../shared/styles/layout.module.css';

interface Props {
  readonly options: RuleOptions;
  readonly path: Path;
  /** `rule 2` */
  readonly rule: string;
}

/** Of these facts any one suffices. */
export function Conditions({ options, path, rule }: Props): JSX.Element {
  const { draft } = useEditor();
  const conditions = listAt(draft.document, path);
  const locked = draft.readOnly !== null;
  const write = (list: readonly unknown[]): void => draft.set(path, list);
  const kinds = options.conditions.map(({ kind, label }) => ({ value: kind, label }));
  return (
    <>
      <p className={text.note}>
        {conditions.length === 1 ? 'when this holds:' : 'when any of these holds:'}
      </p>
      <ul className={layout.column}>
        {conditions.map((condition, at) => {
          const kind = options.conditions.find((one) => one.kind === textAt(condition, ['kind']));
          const name = `${rule}, condition ${at + 1}`;
          return (
            <li key={at} className={styles.condition} data-place={pathText([...path, at])}>
              <div className={styles.conditionParts}>
                <ChoiceBox
                  label={`Fact of ${name}`}
                  value={kind?.kind}
                  options={kinds}
                  locked={locked}
                  write={(chosen) => draft.set([...path, at], freshOf(options, chosen))}
                />
                {kind?.parts.map((part) => (
                  <Part key={part.key} part={part} path={[...path, at, part.key]} name={name} />
                ))}
              </div>
              {locked ? (
                <span />
              ) : (
                <IconButton
                  icon={CrossIcon}
                  spacing="compact"
                  appearance="subtle"
                  label={`Remove ${name}`}
                  isDisabled={conditions.length === 1}
                  onClick={() => write(withoutItem(conditions, at))}
                />
              )}
              <ProblemText problems={problemsUnder(draft, [...path, at])} />
            </li>
          );
        })}
      </ul>
      {!locked && (
        <div>
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={`Or something else, in ${rule}`}
            onClick={() =>
              write([...conditions, freshOf(options, options.conditions[0]?.kind ?? '')])
            }
          >
            Or…
          </Button>
        </div>
      )}
    </>
  );
}

function freshOf(options: RuleOptions, kind: string): unknown {
  return { kind, ...options.conditions.find((one) => one.kind === kind)?.fresh };
}

function Part({
  part,
  path,
  name,
}: {
  readonly part: ConditionPart;
  readonly path: Path;
  readonly name: string;
}): JSX.Element {
  const id = useId();
  const { draft } = useEditor();
  const value = readAt(draft.document, path);
  const common = {
    label: `${part.label}, ${name}`,
    value,
    locked: draft.readOnly !== null,
    write: (next: unknown) => draft.set(path, next),
  };
  switch (part.kind) {
    case 'number':
      return (
        <span className={styles.numberBox}>
          <span className={styles.partWord}>{part.label}</span>
          <NumberBox {...common} unit={part.unit} min={part.min} max={part.max} step={part.step} />
        </span>
      );
    case 'choice':
      return <ChoiceBox {...common} options={part.options} />;
    case 'names':
      return (
        <span className={styles.whole}>
          <label className={styles.about} htmlFor={id}>
            {part.label}
          </label>
          <NamesBox
            id={id}
            names={namesAt(draft.document, path)}
            write={common.write}
            from={part.from}
            none={part.none}
            locked={common.locked}
          />
        </span>
      );
    case 'several':
      return (
        <SeveralBox
          label={`${part.label}, ${name}`}
          word={part.label}
          chosen={namesAt(draft.document, path)}
          options={part.options}
          locked={common.locked}
          write={common.write}
        />
      );
  }
}
