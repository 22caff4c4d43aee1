import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import { useState, type FormEvent, type JSX } from 'react';
import { dayOf } from '../../../../shared/text/ago';
import { namesAt } from '../../draft/document-path';
import { problemsUnder, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import styles from '../editor.module.css';
import text from '../../../../shared/styles/text.module.css';

/** Days on which nothing falls due. */
export function HolidaysSection(): JSX.Element {
  const { draft } = useEditor();
  const [day, setDay] = useState('');
  const holidays = namesAt(draft.document, ['calendar', 'holidays']);
  const write = (days: readonly string[]): void => draft.set(['calendar', 'holidays'], days);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (day === '' || holidays.includes(day)) return;
    write([...holidays, day].sort());
    setDay('');
  };
  return (
    <>
      <p className={text.note}>Weekends never count as business days; neither do these.</p>
      <ul className={styles.named} data-place="calendar.holidays">
        {holidays.map((one, at) => (
          <li key={one} data-place={`calendar.holidays.${at}`}>
            <span>{dayOf(one) ?? one}</span>
            <span>
              <ProblemText problems={problemsUnder(draft, ['calendar', 'holidays', at])} />
            </span>
            {draft.readOnly === null && (
              <IconButton
                icon={CrossIcon}
                spacing="compact"
                appearance="subtle"
                label={`Remove ${one}`}
                onClick={() => write(holidays.filter((other) => other !== one))}
              />
            )}
          </li>
        ))}
      </ul>
      {draft.readOnly === null && (
        <form className={styles.adder} onSubmit={add}>
          <Textfield
            type="date"
            isCompact
            aria-label="Day"
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <Button type="submit" spacing="compact" isDisabled={day === ''}>
            Add a holiday
          </Button>
        </form>
      )}
    </>
  );
}
