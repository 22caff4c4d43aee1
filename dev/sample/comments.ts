import type { Login } from './people';

export interface CommentRow {
  readonly to: string;
  readonly by: Login;
  /** Days before the sample's today. */
  readonly age: number;
  readonly text: string;
}

export const comments: readonly CommentRow[] = [
  {
    to: 'double-debit',
    by: 'luca',
    age: 17,
    text: 'The bank does not deduplicate by end-to-end reference, only by message id. So the reference has to survive the retry.',
  },
  {
    to: 'double-debit',
    by: 'omar',
    age: 2,
    text: 'It happened again this morning, much larger. Retries are off for this bank until the fix is out.',
  },
  {
    to: 'double-debit',
    by: 'mara',
    age: 1.8,
    text: 'This goes before everything else in the sprint. The payment link can wait a week.',
  },
  {
    to: 'iban-zeros',
    by: 'jonas',
    age: 30,
    text: 'Workaround for customers: import as text, do not double-click the file. Nobody reads it.',
  },
  {
    to: 'iban-zeros',
    by: 'priya',
    age: 6,
    text: 'A leading apostrophe breaks two bank portals. I will write the column as ="…" and offer a real spreadsheet beside it.',
  },
  {
    to: 'iban-zeros',
    by: 'ines',
    age: 5,
    text: 'Eleven customers so far. I keep linking them here.',
  },
  {
    to: 'ledger-lock',
    by: 'hana',
    age: 45,
    text: 'It is the balance check at the end that takes the lock, not the close itself. On the new ledger it is gone.',
  },
  {
    to: 'ledger-lock',
    by: 'teo',
    age: 16,
    text: 'Third month end in a row. Either we move this tenant now or we split the check.',
  },
  {
    to: 'sso-loop',
    by: 'hana',
    age: 3,
    text: 'The fix is in review. I also clear the old cookie for everybody at the next sign-in.',
  },
  {
    to: 'permission-leak',
    by: 'teo',
    age: 8,
    text: 'Please keep details out of this issue until it is fixed.',
  },
  {
    to: 'permission-leak',
    by: 'hana',
    age: 4,
    text: 'Single views now go through the same rule as the list. Tests for every kind of record are missing still.',
  },
  {
    to: 'xero-sync',
    by: 'priya',
    age: 30,
    text: 'Done: we renew the token an hour before it ends.',
  },
  {
    to: 'xero-sync',
    by: 'ines',
    age: 6,
    text: 'Opened again. Connections made before October still stop.',
  },
  {
    to: 'webhook-order',
    by: 'priya',
    age: 60,
    text: 'We never promised an order, but we never said so either. See the task about the documentation.',
  },
  {
    to: 'sepa-batch',
    by: 'luca',
    age: 25,
    text: 'The bank validates the whole file. We could check mandates ourselves an hour before.',
  },
  { to: 'sepa-batch', by: 'omar', age: 0.05, text: 'It happened again at 06:10 today.' },
  {
    to: 'vat-rounding',
    by: 'ruth',
    age: 40,
    text: 'The auditor calls it immaterial but wants a date.',
  },
  {
    to: 'xrechnung',
    by: 'noor',
    age: 11,
    text: 'The validator of the federal portal accepts our samples. Attachments come next.',
  },
  {
    to: 'pay-link',
    by: 'luca',
    age: 9,
    text: 'A link that is opened twice must not pay twice: this waits for the idempotency keys.',
  },
  {
    to: 'group-books',
    by: 'hana',
    age: 50,
    text: 'More than we thought: number ranges are global today. Eight points became thirteen.',
  },
  {
    to: 'scim',
    by: 'gil',
    age: 20,
    text: 'Peregrine renews in January and has it in the contract draft.',
  },
  {
    to: 'ledger-cutover',
    by: 'hana',
    age: 21,
    text: 'The four largest each need a weekend of their own, so this has grown.',
  },
  {
    to: 'fu-lock-alarm',
    by: 'omar',
    age: 10,
    text: 'The threshold is too noisy on shard two. Sorry, late.',
  },
  {
    to: 'export-xlsx',
    by: 'jonas',
    age: 25,
    text: 'Every second ticket about the zeros asks for this.',
  },
  {
    to: 'faster-list',
    by: 'hana',
    age: 2,
    text: 'Down to 0.8 seconds for the largest tenant. Counting pages is gone.',
  },
  { to: 'd-tax-id', by: 'gil', age: 60, text: 'Still invalid with the suffix MWST.' },
  { to: 'd-crypto', by: 'mara', age: 148, text: 'No customer asked for it in two years.' },
  {
    to: 'csv-export-again',
    by: 'jonas',
    age: 14,
    text: 'Looks like the one about the leading zeros.',
  },
  {
    to: 'i-double-debit',
    by: 'omar',
    age: 1.95,
    text: '07:35 Retries stopped. 1,912 collections affected.',
  },
  {
    to: 'i-double-debit',
    by: 'ines',
    age: 1.7,
    text: 'All four customers are informed. Refunds go out with the next batch.',
  },
  {
    to: 'i-sepa-batch-now',
    by: 'luca',
    age: 0.03,
    text: 'Resending in three parts. The first one was accepted.',
  },
  {
    to: 'i-close-oct',
    by: 'hana',
    age: 15,
    text: 'Contributing: the tenant grew fourfold this year; the alarm looks at averages only.',
  },
  {
    to: 'i-webhooks',
    by: 'priya',
    age: 0.6,
    text: 'Severity to be set after we know how many integrators are hit.',
  },
];
