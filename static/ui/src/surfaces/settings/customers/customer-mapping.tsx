import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { CustomerMapping as Mapping } from '../../../../../../src/contract/customers';
import { amount, count, multiplier } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import styles from './customers.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** How the rubric tells whose a ticket is, and what segments weigh: decided in the rubric, shown here. */
export function CustomerMapping({ mapping }: { readonly mapping: Mapping }): JSX.Element {
  const { rubric, fields, fallback, segments, whole, members, unweighted, revenue } = mapping;
  const found = fields.filter(({ onSite }) => onSite);
  return (
    <section className={layout.part} aria-label="Whose a ticket is">
      <Heading size="small" as="h3">
        Whose a ticket is
      </Heading>
      <p className={text.spacedNote}>
        As “<UserText max={80}>{rubric.name}</UserText>”{' '}
        {rubric.version === 0 ? '(built in)' : `(version ${rubric.version})`} has it. Fields,
        segments and their weights are changed in the rubric, under “Evidence and customers”.
      </p>
      <ol className={styles.steps}>
        <li>
          The organisation or account in the first of these fields that is filled:{' '}
          {found.length === 0 ? (
            <em>this site has none of the fields that the rubric names</em>
          ) : (
            found.map(({ name }, n) => (
              <span key={name}>
                {n > 0 && ', '}
                <strong>
                  <UserText max={60}>{name}</UserText>
                </strong>
              </span>
            ))
          )}
          {found.length < fields.length && found.length > 0 && (
            <span className={text.spacedNote}>
              {' '}
              (not on this site:{' '}
              <UserText max={200}>
                {fields
                  .filter(({ onSite }) => !onSite)
                  .map(({ name }) => name)
                  .join(', ')}
              </UserText>
              )
            </span>
          )}
          .
        </li>
        <li>
          {fallback === 'reporter'
            ? 'Where none is filled, the reporter stands for the customer.'
            : 'Where none is filled, nobody: the ticket counts by itself.'}
        </li>
        <li>
          The customer’s segment is the ticket’s own, else the one in the table above, else the one
          that the rubric gives
          {members.length > 0 &&
            `: ${members
              .slice(0, 12)
              .map(({ name, segment }) => `${name} is ${segment}`)
              .join(', ')}${members.length > 12 ? ` and ${members.length - 12} more` : ''}`}
          .
        </li>
        {revenue !== null && (
          <li>
            A customer without a weight of its own weighs by its revenue, before its segment:{' '}
            {multiplier(revenue.least)} up to{' '}
            <UserText max={40}>{amount(revenue.from, revenue.currency)}</UserText> a year, rising to{' '}
            {multiplier(revenue.most)} from{' '}
            <UserText max={40}>{amount(revenue.to, revenue.currency)}</UserText> on.
          </li>
        )}
      </ol>
      <Heading size="xsmall" as="h4">
        What a customer of a segment weighs
      </Heading>
      {segments.length === 0 ? (
        <p className={text.spacedNote}>The rubric gives no segment a weight: all weigh 1.</p>
      ) : (
        <ul className={layout.facts}>
          {segments.map(({ name, weight, customers }) => (
            <li key={name}>
              <strong>
                <UserText max={60}>{name}</UserText>
              </strong>{' '}
              {multiplier(weight)}{' '}
              <span className={text.spacedNote}>
                {count(customers, 'customer')}
                {whole ? '' : ' of those that the table above begins with'}
              </span>
            </li>
          ))}
        </ul>
      )}
      {unweighted.length > 0 && (
        <p className={styles.attention}>
          Segments in the table that the rubric gives no weight, so that they count as 1:{' '}
          <UserText max={300}>{unweighted.join(', ')}</UserText>.
        </p>
      )}
    </section>
  );
}
