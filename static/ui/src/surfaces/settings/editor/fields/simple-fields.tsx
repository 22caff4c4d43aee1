import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import type { JSX } from 'react';
import { NamesBox } from './names-box';
import { NumberBox } from './number-box';
import { Row } from './field-row';
import type { Setting } from './setting';
import { usePlace } from './use-place';
import styles from '../editor.module.css';

interface Props<K extends Setting['kind']> {
  readonly setting: Extract<Setting, { kind: K }>;
}

export function NumberSetting({
  setting: { path, label, help, unit, min, max, step, empty, optional },
}: Props<'number'>): JSX.Element {
  const place = usePlace(path);
  return (
    <Row place={place} label={label} help={help}>
      <NumberBox
        id={place.id}
        value={place.value}
        unit={unit}
        min={min}
        max={max}
        step={step}
        placeholder={empty}
        locked={place.locked}
        invalid={place.invalid}
        describedBy={place.describedBy}
        write={(value) => place.write(value === null && optional ? undefined : value)}
      />
    </Row>
  );
}

export function ShareSetting({ setting: { path, label, help } }: Props<'share'>): JSX.Element {
  const place = usePlace(path);
  return (
    <Row place={place} label={label} help={help}>
      <ShareBox
        id={place.id}
        value={place.value}
        write={place.write}
        locked={place.locked}
        invalid={place.invalid}
        describedBy={place.describedBy}
      />
    </Row>
  );
}

interface ShareBoxProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: unknown;
  readonly write: (share: number | null) => void;
  readonly locked: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string;
}

/** Kept as 0–1, shown as 0–100 %. */
export function ShareBox({ value, write, ...box }: ShareBoxProps): JSX.Element {
  return (
    <NumberBox
      {...box}
      value={typeof value === 'number' ? clean(value * 100) : value}
      write={(percent) => write(percent === null ? null : clean(percent / 100))}
      unit="%"
      min={0}
      max={100}
    />
  );
}

/** Without the dust of binary fractions: 0.07, never 0.07000000000000001. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

export function TextSetting({
  setting: { path, label, help, max, lines, placeholder },
}: Props<'text'>): JSX.Element {
  const place = usePlace(path);
  const common = {
    id: place.id,
    value: typeof place.value === 'string' ? place.value : '',
    maxLength: max,
    isReadOnly: place.locked,
    isInvalid: place.invalid,
    'aria-describedby': place.describedBy,
  };
  return (
    <Row place={place} label={label} help={help} wide={lines !== undefined}>
      {lines === undefined ? (
        <Textfield
          {...common}
          isCompact
          {...(placeholder !== undefined && { placeholder })}
          onChange={(event) => place.write(event.currentTarget.value)}
        />
      ) : (
        <TextArea
          {...common}
          minimumRows={lines}
          {...(placeholder !== undefined && { placeholder })}
          onChange={(event) => place.write(event.currentTarget.value)}
        />
      )}
    </Row>
  );
}

export function NamesSetting({
  setting: { path, label, help, from, none },
}: Props<'names'>): JSX.Element {
  const place = usePlace(path);
  const names = Array.isArray(place.value)
    ? place.value.filter((name) => typeof name === 'string')
    : [];
  return (
    <Row place={place} label={label} help={help} wide>
      <NamesBox
        id={place.id}
        names={names}
        write={place.write}
        from={from}
        none={none}
        locked={place.locked}
        invalid={place.invalid}
        describedBy={place.describedBy}
      />
    </Row>
  );
}

interface Option {
  readonly value: string | number;
  readonly label: string;
}

export function ChoiceSetting({
  setting: { path, label, help, options },
}: Props<'choice'>): JSX.Element {
  const place = usePlace(path);
  return (
    <Row place={place} label={label} help={help}>
      <ChoiceBox
        id={place.id}
        value={place.value}
        write={place.write}
        options={options}
        locked={place.locked}
        invalid={place.invalid}
        describedBy={place.describedBy}
      />
    </Row>
  );
}

interface ChoiceBoxProps<V extends string | number> {
  readonly id?: string;
  readonly label?: string;
  readonly value: unknown;
  readonly write: (value: V) => void;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly locked: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string;
}

export function ChoiceBox<V extends string | number>({
  id,
  label,
  value,
  write,
  options,
  locked,
  invalid = false,
  describedBy,
}: ChoiceBoxProps<V>): JSX.Element {
  return (
    <Select<Option & { readonly value: V }>
      {...(id !== undefined && { inputId: id })}
      {...(label !== undefined && { 'aria-label': label })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      spacing="compact"
      options={options}
      value={options.find((option) => option.value === value) ?? null}
      onChange={(option) => option !== null && write(option.value)}
      isSearchable={options.length > 8}
      isDisabled={locked}
      isInvalid={invalid}
      menuPosition="fixed"
    />
  );
}

export function SwitchSetting({ setting: { path, label, help } }: Props<'switch'>): JSX.Element {
  const place = usePlace(path);
  return (
    <Row place={place} label={label} help={help}>
      <Toggle
        id={place.id}
        isChecked={place.value === true}
        isDisabled={place.locked}
        onChange={(event) => place.write(event.currentTarget.checked)}
      />
    </Row>
  );
}

export function SeveritiesSetting({
  setting: { path, label, help, unit, share },
}: Props<'severities'>): JSX.Element {
  const place = usePlace(path);
  const table: unknown = place.value;
  const at = (severity: number): unknown =>
    typeof table === 'object' && table !== null ? Reflect.get(table, String(severity)) : undefined;
  const write = (severity: number, value: number | null): void =>
    place.write({ ...(typeof table === 'object' ? table : {}), [severity]: value });
  return (
    <Row place={place} label={label} help={help} wide group>
      <div className={styles.severities}>
        {[1, 2, 3, 4, 5].map((severity) => (
          <div key={severity} className={styles.severity}>
            <span aria-hidden>{`SEV${severity}`}</span>
            {share ? (
              <ShareBox
                label={`${label}, SEV${severity}`}
                value={at(severity)}
                write={(value) => write(severity, value)}
                locked={place.locked}
              />
            ) : (
              <NumberBox
                label={`${label}, SEV${severity}`}
                value={at(severity)}
                write={(value) => write(severity, value)}
                unit={unit}
                min={0}
                locked={place.locked}
              />
            )}
          </div>
        ))}
      </div>
    </Row>
  );
}
