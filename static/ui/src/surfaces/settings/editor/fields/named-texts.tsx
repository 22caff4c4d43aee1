import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import { useState, type JSX } from 'react';
import { visibleText } from '../../../../shared/text/visible-text';
import { UserText } from '../../../../shared/text/user-text';
import { isRecord, type RubricDocument } from '../../draft/document-path';
import { NameAdder } from './name-adder';
import { Row } from './field-row';
import type { Setting } from './setting';
import { usePlace } from './use-place';
import styles from '../editor.module.css';
import layout from '../../../../shared/styles/layout.module.css';

const mostShown = 12;

/** A text for each name: the segment of a customer. A list of texts is written with commas. */
export function NamedTexts({
  setting: { path, label, help, name, text, add },
}: {
  readonly setting: Extract<Setting, { kind: 'named texts' }>;
}): JSX.Element {
  const place = usePlace(path);
  const [all, setAll] = useState(false);
  const table: RubricDocument = isRecord(place.value) ? place.value : {};
  const names = Object.keys(table);
  const shown = all ? names : names.slice(0, mostShown);
  return (
    <Row place={place} label={label} help={help} wide group>
      <ul className={styles.named}>
        {shown.map((one) => (
          <li key={one} data-place={`${place.anchor}.${one}`}>
            <span className={styles.name}>
              <UserText max={60}>{one}</UserText>
            </span>
            <TextOrTexts
              label={`${text}: ${visibleText(one)}`}
              value={table[one]}
              locked={place.locked}
              write={(value) => place.write({ ...table, [one]: value })}
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
            known={[]}
            taken={names}
            add={(one) => {
              setAll(true);
              place.write({ ...table, [one]: place.anchor.endsWith('services') ? [] : '' });
            }}
          />
        )}
      </div>
    </Row>
  );
}

interface BoxProps {
  readonly label: string;
  readonly value: unknown;
  readonly write: (value: string | readonly string[]) => void;
  readonly locked: boolean;
}

function TextOrTexts({ label, value, write, locked }: BoxProps): JSX.Element {
  const [typed, setTyped] = useState<string | null>(null);
  const many = Array.isArray(value);
  const shown = many
    ? value.filter((one) => typeof one === 'string').join(', ')
    : typeof value === 'string'
      ? value
      : '';
  const type = (text: string): void => {
    setTyped(text);
    write(
      many
        ? text
            .split(',')
            .map((one) => one.trim())
            .filter((one) => one !== '')
        : text,
    );
  };
  return (
    <Textfield
      isCompact
      aria-label={label}
      value={typed ?? shown}
      maxLength={500}
      isReadOnly={locked}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
