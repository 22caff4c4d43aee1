import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useState, type JSX } from 'react';
import { sameName } from '../../../../../../../src/core/text/same-name';
import { visibleText } from '../../../../shared/text/visible-text';
import { UserText } from '../../../../shared/text/user-text';
import { isRecord, type RubricDocument } from '../../draft/document-path';
import { useNameSource } from './name-source';
import { NameAdder } from './name-adder';
import { NumberBox } from './number-box';
import { Row } from './field-row';
import type { Setting } from './setting';
import { usePlace } from './use-place';
import styles from '../editor.module.css';
import layout from '../../../../shared/styles/layout.module.css';

/** More are shown when asked for: a table of sixty names is read by nobody. */
const mostShown = 12;

interface Props {
  readonly setting: Extract<Setting, { kind: 'named numbers' }>;
  /** How many of today's issues have each name, compared as the rubric compares names: these come first. */
  readonly counts?: ReadonlyMap<string, number>;
}

/** A number for each name: those that today's issues have first, the most frequent on top. */
export function NamedNumbers({
  setting: { path, label, help, name, number, min, max, add, from, whole },
  counts,
}: Props): JSX.Element {
  const place = usePlace(path);
  const known = useNameSource(from);
  const [all, setAll] = useState(false);
  const table: RubricDocument = isRecord(place.value) ? place.value : {};
  const countOf = (one: string): number => counts?.get(sameName(one)) ?? 0;
  const names = Object.keys(table).sort((a, b) => countOf(b) - countOf(a));
  const inUse = names.filter((one) => countOf(one) > 0).length;
  const shown = all ? names : names.slice(0, inUse > 0 ? inUse : mostShown);
  return (
    <Row place={place} label={label} help={help} wide group>
      <ul className={styles.named}>
        {shown.map((one) => (
          <li key={one} data-place={`${place.anchor}.${one}`}>
            <span className={styles.name}>
              <UserText max={60}>{one}</UserText>
              {countOf(one) > 0 && <span className={styles.about}>{`${countOf(one)} today`}</span>}
            </span>
            <NumberBox
              label={`${number}: ${visibleText(one)}`}
              value={table[one]}
              write={(value) => place.write({ ...table, [one]: value })}
              min={min}
              max={max}
              step={whole ? 1 : undefined}
              locked={place.locked}
            />
            {!place.locked && (
              <IconButton
                icon={CrossIcon}
                spacing="compact"
                appearance="subtle"
                label={`Remove ${visibleText(one)}`}
                onClick={() =>
                  place.write(
                    Object.fromEntries(Object.entries(table).filter(([key]) => key !== one)),
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
      <div className={layout.row}>
        {names.length > shown.length && (
          <Button
            appearance="subtle"
            spacing="compact"
            onClick={() => setAll(true)}
          >{`Show all ${names.length}`}</Button>
        )}
        {!place.locked && (
          <NameAdder
            label={add}
            placeholder={name}
            known={[...known.map((one) => one.name), ...(counts?.keys() ?? [])]}
            taken={names}
            add={(one) => {
              setAll(true);
              place.write({ ...table, [one]: min });
            }}
          />
        )}
      </div>
    </Row>
  );
}
