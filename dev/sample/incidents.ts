import type { Login } from './people';

export interface IncidentRow {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Absent where nobody has judged it yet. */
  readonly severity?: 'SEV1' | 'SEV2' | 'SEV3' | 'SEV4';
  readonly status: 'Investigating' | 'Mitigated' | 'Resolved';
  /** Days before the sample's today. */
  readonly age: number;
  /** How long it lasted, for those that are over. */
  readonly hours?: number;
  readonly lead: Login;
  /** Rows of the product project that caused it. */
  readonly causedBy?: readonly string[];
  /** Rows it is merely connected with. */
  readonly relatesTo?: readonly string[];
  /** Actions that came out of it. */
  readonly followUps?: readonly string[];
}

export const incidents: readonly IncidentRow[] = [
  { id: 'i-double-debit', title: 'Debtors of four tenants were debited twice', about: '1,912 collections, 214,000 euros. The bank’s mandate service answered slowly from 06:40; our retries did the rest.', severity: 'SEV1', status: 'Mitigated', age: 2, lead: 'omar', causedBy: ['double-debit'], followUps: ['fu-debit-ref', 'fu-debit-alert'] },
  { id: 'i-double-debit-oct', title: 'Double debits after a slow morning at the mandate service', about: 'Fifty-one collections, all refunded the same day.', severity: 'SEV2', status: 'Resolved', age: 19, hours: 9, lead: 'omar', causedBy: ['double-debit'], followUps: ['fu-debit-ref'] },
  { id: 'i-double-debit-sep', title: 'Refunds for collections that ran twice', about: 'Found by a customer, three days late.', severity: 'SEV3', status: 'Resolved', age: 55, hours: 30, lead: 'luca', causedBy: ['double-debit'] },
  { id: 'i-close-oct', title: 'Month-end close of one tenant stopped postings for thirty others', about: 'Forty-one minutes without postings on shard seven. Payment runs were late for two banks.', severity: 'SEV2', status: 'Resolved', age: 16, hours: 2, lead: 'hana', causedBy: ['ledger-lock'], followUps: ['fu-lock-alarm', 'fu-close-window'] },
  { id: 'i-close-sep', title: 'Ledger stood still at the end of September', about: 'Same shard, same tenant, twenty-six minutes.', severity: 'SEV2', status: 'Resolved', age: 47, hours: 1, lead: 'teo', causedBy: ['ledger-lock'], followUps: ['fu-lock-alarm'] },
  { id: 'i-close-aug', title: 'Postings delayed on the last day of August', about: 'Nobody was paged; the queue emptied by itself.', severity: 'SEV3', status: 'Resolved', age: 77, hours: 1, lead: 'omar', causedBy: ['ledger-lock'] },
  { id: 'i-sepa-batch', title: 'Payout batch of 9,300 lines rejected by the bank', about: 'One withdrawn mandate. Everybody else was paid a day late.', severity: 'SEV2', status: 'Resolved', age: 26, hours: 22, lead: 'luca', causedBy: ['sepa-batch'], followUps: ['fu-runbook-sepa', 'fu-status-page'] },
  { id: 'i-sepa-batch-now', title: 'Second rejected payout batch this month', about: 'Being resent in parts. The morning’s payouts to about seven hundred payees are late.', severity: 'SEV2', status: 'Investigating', age: 0, lead: 'luca', causedBy: ['sepa-batch'], relatesTo: ['queue-shared'] },
  { id: 'i-bank-feed', title: 'No bank transactions for the night of 25 October', about: 'Balances were wrong until noon; reminders went to people who had paid.', severity: 'SEV3', status: 'Resolved', age: 22, hours: 11, lead: 'hana', causedBy: ['bank-feed-gap', 'reminder-paid'], followUps: ['fu-feed-heartbeat'] },
  { id: 'i-xero', title: 'Two hundred tenants without sync to their accounting', about: 'Tokens expired one after another over a week. No alert.', severity: 'SEV3', status: 'Resolved', age: 44, hours: 60, lead: 'priya', causedBy: ['xero-sync'], followUps: ['fu-token-expiry'] },
  { id: 'i-xero-again', title: 'Xero sync stopped again for some tenants', about: 'The fix holds for new connections only.', severity: 'SEV3', status: 'Mitigated', age: 6, lead: 'priya', causedBy: ['xero-sync'] },
  { id: 'i-mail', title: 'Invoices were delivered six hours late', about: 'The mail provider throttled us because of a newsletter.', severity: 'SEV2', status: 'Resolved', age: 94, hours: 8, lead: 'omar', causedBy: ['d-mail-queue'], followUps: ['d-mail-priority', 'fu-mail-provider'] },
  { id: 'i-memory', title: 'Reports unavailable at the end of the quarter', about: 'Workers were killed for lack of memory, over and over.', severity: 'SEV3', status: 'Resolved', age: 48, hours: 7, lead: 'hana', causedBy: ['d-memory'], followUps: ['d-worker-limit'] },
  { id: 'i-sso', title: 'Users of Entra ID could not sign in for an hour', about: 'A stale cookie after the weekend’s release. Rolled back.', severity: 'SEV2', status: 'Resolved', age: 12, hours: 1, lead: 'hana', causedBy: ['sso-loop'] },
  { id: 'i-cert', title: 'Connection to one bank refused its certificate', about: 'Renewed on time, rolled out a day late.', severity: 'SEV3', status: 'Resolved', age: 15, hours: 3, lead: 'omar', relatesTo: ['cert-rotation'], followUps: ['fu-upgrade-rehearsal'] },
  { id: 'i-queue', title: 'Payment queue did not move for one bank', about: 'A worker died while it held the lease.', severity: 'SEV4', status: 'Resolved', age: 35, hours: 4, lead: 'omar', causedBy: ['queue-stuck'] },
  { id: 'i-backup', title: 'Nightly backup of the ledger took until noon', about: 'No customer noticed.', severity: 'SEV4', status: 'Resolved', age: 113, hours: 5, lead: 'omar', followUps: ['d-backup-drill'] },
  { id: 'i-rate', title: 'API answered with errors during a partner’s load test', about: 'The rate limiter’s store was the first thing to break.', severity: 'SEV4', status: 'Resolved', age: 69, hours: 1, lead: 'priya', causedBy: ['api-429'] },
  { id: 'i-webhooks', title: 'A partner’s invoices flip between paid and unpaid', about: 'Events overtake each other since the partner doubled its volume.', status: 'Investigating', age: 1, lead: 'priya', causedBy: ['webhook-order'] },
  { id: 'i-3ds', title: 'Card payments from iPhones failed for a morning', about: 'Window of the bank’s check stayed white.', severity: 'SEV2', status: 'Resolved', age: 89, hours: 5, lead: 'luca', causedBy: ['d-3ds'] },
];
