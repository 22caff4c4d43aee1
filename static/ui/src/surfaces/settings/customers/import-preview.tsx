import Button from '@atlaskit/button/new';
import type { JSX } from 'react';
import type { CustomerImport } from '../../../../../../src/contract/customers';
import { amount, count } from '../../../shared/text/format-number';
import { asSentence } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import styles from './customers.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

const SHOWN = 20;

interface Props {
  readonly preview: CustomerImport;
  readonly unused: readonly string[];
  readonly acting: boolean;
  readonly take: (leaveOut: boolean) => void;
}

/** What an import would add, change and leave alone, and the rows that are wrong. */
export function ImportPreview({
  preview: { added, changed, same, problems },
  unused,
  acting,
  take,
}: Props): JSX.Element {
  const news = added.length + changed.length;
  return (
    <div className={styles.preview}>
      <p className={styles.figures}>
        <span>
          <strong>{added.length}</strong> would be added
        </span>
        <span>
          <strong>{changed.length}</strong> would change
        </span>
        <span>
          <strong>{same}</strong> {same === 1 ? 'is' : 'are'} known so already
        </span>
        <span data-bad={problems.length > 0 || undefined}>
          <strong>{problems.length}</strong>{' '}
          {problems.length === 1 ? 'row has a problem' : 'rows have problems'}
        </span>
      </p>
      {unused.length > 0 && (
        <p className={text.spacedNote}>
          Not used: <UserText max={200}>{unused.join(', ')}</UserText>.
        </p>
      )}
      {problems.length > 0 && (
        <ul className={styles.list} aria-label="Rows with problems">
          {problems.map(({ row, problem, advice }) => (
            <li key={row}>
              <strong>Line {row}:</strong> <UserText max={300}>{asSentence(problem)}</UserText>{' '}
              <span className={styles.advice}>{asSentence(advice)}</span>
            </li>
          ))}
        </ul>
      )}
      {added.length > 0 && <Added added={added} />}
      {changed.length > 0 && (
        <Names
          title="Changed"
          names={changed.map(({ name, what }) => `${name} (${what.join(', ')})`)}
        />
      )}
      {news === 0 && problems.length === 0 && (
        <p className={text.spacedNote}>
          Everything in this table is known so already: there is nothing to import.
        </p>
      )}
      <div className={layout.row}>
        {problems.length === 0
          ? news > 0 && (
              <Button
                appearance="primary"
                isLoading={acting}
                onClick={() => take(false)}
              >{`Import ${count(news, 'customer')}`}</Button>
            )
          : news > 0 && (
              <Button
                isLoading={acting}
                onClick={() => take(true)}
              >{`Leave out the ${count(problems.length, 'row')} and import ${count(news, 'customer')}`}</Button>
            )}
        {problems.length > 0 && (
          <span className={text.spacedNote}>Or correct the lines and look again.</span>
        )}
      </div>
    </div>
  );
}

/** With what they would weigh, so that a number that was misread shows before it counts. */
function Added({ added }: Pick<CustomerImport, 'added'>): JSX.Element {
  const more = added.length - SHOWN;
  return (
    <div className={layout.scroll}>
      <table className={styles.added}>
        <caption>
          Would be added{more > 0 && `: the first ${SHOWN} of ${count(added.length, 'customer')}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Customer</th>
            <th scope="col">Segment</th>
            <th scope="col">
              <span className={styles.figure}>Weight</span>
            </th>
            <th scope="col">
              <span className={styles.figure}>Revenue a year</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {added.slice(0, SHOWN).map(({ name, segment, weight, revenue }) => (
            <tr key={name}>
              <th scope="row">
                <UserText max={80}>{name}</UserText>
              </th>
              <td>
                <UserText max={40}>{segment ?? '–'}</UserText>
              </td>
              <td>
                <span className={styles.figure}>{amount(weight)}</span>
              </td>
              <td>
                <span className={styles.figure}>{amount(revenue)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Names({
  title,
  names,
}: {
  readonly title: string;
  readonly names: readonly string[];
}): JSX.Element {
  const more = names.length - SHOWN;
  return (
    <p className={styles.names}>
      <strong>{title}:</strong> <UserText max={3_000}>{names.slice(0, SHOWN).join(', ')}</UserText>
      {more > 0 && ` and ${more} more`}
    </p>
  );
}
