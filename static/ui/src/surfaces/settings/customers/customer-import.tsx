import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import TextArea from '@atlaskit/textarea';
import { useId, useState, type JSX } from 'react';
import form from '../../../shared/styles/form.module.css';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { count, wholeNumber } from '../../../shared/text/format-number';
import { useCommand } from '../../../shared/questions/use-command';
import type { CsvRows } from './csv-rows';
import { ImportPreview } from './import-preview';
import styles from './customers.module.css';
import textStyles from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** Takes a table of customers over: shows first what it would change, and every row that is wrong. */
export function CustomerImport(): JSX.Element {
  const id = useId();
  const [text, setText] = useState('');
  const [read, setRead] = useState<CsvRows | null>(null);
  const look = useCommand('customers.import', () => undefined);
  const take = useCommand('customers.import', ({ applied }) => {
    if (applied) {
      setText('');
      setRead(null);
      look.forget();
    }
  });
  const begin = (csv: string): void => {
    setText(csv);
    take.forget();
    look.forget();
    void import('./read-csv').then(({ readCsv }) => {
      const rows = readCsv(csv);
      setRead(rows);
      if (rows.refusal === null) look.act({ rows: rows.rows, apply: false, leaveOut: false });
    });
  };
  const choose = (files: FileList | null): void => void files?.[0]?.text().then(begin);
  return (
    <section className={layout.part} aria-label="Import customers">
      <Heading size="small" as="h3">
        Import a table
      </Heading>
      <p className={textStyles.spacedNote}>
        CSV whose first line names its columns: name, segment, weight, revenue; only the name is
        needed. Customers that are not in it stay as they are. Nothing changes before you have seen
        what would.
      </p>
      <div className={styles.importInput}>
        <div>
          <label className={form.label} htmlFor={`${id}file`}>
            Choose a file
          </label>
          <input
            id={`${id}file`}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => {
              choose(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
        </div>
        <div className={styles.paste}>
          <label className={form.label} htmlFor={`${id}text`}>
            or paste it here
          </label>
          <TextArea
            id={`${id}text`}
            minimumRows={3}
            maxHeight="160px"
            isMonospaced
            resize="smart"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            placeholder={'name,segment,weight,revenue\nPeregrine Logistics,enterprise,2,412000'}
          />
        </div>
      </div>
      <div className={layout.row}>
        <Button isDisabled={text.trim() === ''} isLoading={look.acting} onClick={() => begin(text)}>
          Look what would change
        </Button>
      </div>
      {read?.refusal != null && (
        <p className={styles.problem} role="alert">
          {read.refusal}
        </p>
      )}
      {read !== null && look.done !== undefined && take.done?.applied !== true && (
        <ImportPreview
          preview={look.done}
          unused={read.unused}
          acting={take.acting}
          take={(leaveOut) => take.act({ rows: read.rows, apply: true, leaveOut })}
        />
      )}
      <RefusedText refusal={look.refusal ?? take.refusal} />
      <p className={styles.done} role="status">
        {take.done?.applied === true &&
          `Imported: ${count(take.done.added.length, 'customer')} added, ${wholeNumber(take.done.changed.length)} changed, ${wholeNumber(take.done.same)} left alone. The issues that they speak for are being scored again.`}
      </p>
    </section>
  );
}
