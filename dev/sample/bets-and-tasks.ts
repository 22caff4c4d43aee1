import type { WorkRow } from './work-row';

export const epics: readonly WorkRow[] = [
  { id: 'collections', title: 'Collections that run themselves', about: 'From the first reminder to a kept payment plan without a person touching it. Measured by days sales outstanding across tenants.', area: 'Reminders', priority: 'High', value: 90, age: 175, by: 'mara', who: 'mara', status: 'In Progress', goal: 'Paid five days sooner', due: 110, votes: 9, watches: 16 },
  { id: 'groups', title: 'Sell to groups with several legal entities', about: 'Three of the five largest deals lost this year asked for it.', area: 'Ledger', priority: 'High', value: 86, age: 190, by: 'mara', who: 'mara', goal: 'Ready for groups', votes: 7, watches: 12 },
  { id: 'instant', title: 'Money out in seconds', area: 'Payouts', priority: 'Medium', value: 70, age: 168, by: 'mara', goal: 'Paid five days sooner', watches: 8 },
  { id: 'api-v3', title: 'An API that partners build on without calling us', area: 'API', priority: 'Medium', value: 61, age: 185, by: 'teo', who: 'teo', votes: 12, watches: 9 },
  { id: 'e-invoicing', title: 'E-invoicing for Germany, France and Poland', about: 'Mandates come into force one after another from January; whoever is late loses the tenants of that country.', area: 'Invoices', priority: 'Highest', value: 95, age: 178, by: 'mara', who: 'mara', status: 'In Progress', goal: 'E-invoicing in time', due: 76, votes: 10, watches: 18 },
  { id: 'onboarding', title: 'Live within an hour of signing up', area: 'Onboarding', priority: 'Medium', value: 73, age: 140, by: 'mara', goal: 'Live within an hour', watches: 7 },
  { id: 'new-ledger', title: 'Every tenant on the new ledger', about: 'Append-only, sharded by tenant, no lock at month end. Forty tenants of 1,150 are left on the old one, the largest among them.', area: 'Ledger', priority: 'High', value: 68, age: 260, by: 'teo', who: 'teo', status: 'In Progress', goal: 'Never down at month end', due: 60, votes: 3, watches: 11 },
];

export const openTasks: readonly WorkRow[] = [
  { id: 'ledger-cutover', title: 'Move the remaining forty tenants to the new ledger', about: 'One weekend each for the four largest; the rest in batches at night.', area: 'Ledger', epic: 'new-ledger', priority: 'High', points: 13, pointsWas: 5, age: 83, by: 'teo', who: 'hana', status: 'In Progress', sprint: 42, due: 27, watches: 6 },
  { id: 'ledger-compare', title: 'Compare balances of both ledgers every night until the last tenant has moved', area: 'Ledger', epic: 'new-ledger', priority: 'High', points: 3, age: 79, by: 'hana', who: 'hana', status: 'In Review', sprint: 42 },
  { id: 'old-ledger-off', title: 'Switch the old ledger off', area: 'Ledger', epic: 'new-ledger', priority: 'Medium', points: 5, age: 78, by: 'teo' },
  { id: 'postgres', title: 'Upgrade the ledger’s database before its version goes out of support', area: 'Platform', priority: 'High', points: 5, age: 43, by: 'omar', who: 'omar', due: 50, labels: ['tech-debt'] },
  { id: 'node-runtime', title: 'Move the workers off the runtime that gets no more fixes', area: 'Platform', priority: 'Medium', points: 3, age: 54, by: 'omar', due: 20, labels: ['tech-debt'] },
  { id: 'cert-rotation', title: 'Rotate the bank certificates without a deployment', area: 'Payments', priority: 'Medium', points: 5, age: 36, by: 'omar', labels: ['tech-debt'] },
  { id: 'flaky-e2e', title: 'Make the payment run’s end-to-end test pass ten times in a row', area: 'Payments', points: 2, age: 31, by: 'priya' },
  { id: 'split-monolith', title: 'Cut the mandate service out of the billing monolith', area: 'Payments', priority: 'Low', points: 21, age: 220, by: 'teo', labels: ['tech-debt'] },
  { id: 'pen-test', title: 'Book next year’s penetration test', area: 'Platform', priority: 'Medium', age: 17, by: 'teo', who: 'teo', due: 14 },
  { id: 'docs-webhooks', title: 'Document the order in which webhooks may arrive', area: 'API', priority: 'Low', points: 1, age: 60, by: 'priya' },
  { id: 'sla-terms', title: 'Agree with legal what we promise about payout times', area: 'Payouts', age: 46, by: 'mara' },
  { id: 'queue-shared', title: 'Give each bank connection a queue of its own', about: 'A slow bank must not make the others wait.', area: 'Payments', priority: 'High', points: 8, age: 64, by: 'omar', watches: 5 },
];

/** What incidents left behind. */
export const followUps: readonly WorkRow[] = [
  { id: 'fu-debit-ref', title: 'Keep one reference per collection across retries', about: 'Preventive action: the bank must be able to recognise the second attempt.', area: 'Payments', priority: 'Highest', points: 3, age: 18, by: 'omar', who: 'luca', status: 'In Progress', sprint: 42, due: 10, labels: ['incident-follow-up'] },
  { id: 'fu-debit-alert', title: 'Alert when two collections share invoice and amount within a day', area: 'Payments', priority: 'High', points: 2, age: 18, by: 'omar', who: 'omar', due: 17, labels: ['incident-follow-up'] },
  { id: 'fu-lock-alarm', title: 'Alarm when a posting waits longer than five seconds', area: 'Ledger', priority: 'High', points: 2, age: 40, by: 'omar', who: 'omar', due: -9, labels: ['incident-follow-up'] },
  { id: 'fu-close-window', title: 'Spread month-end closes over the night', area: 'Ledger', priority: 'Medium', points: 3, age: 40, by: 'teo', due: 12, labels: ['incident-follow-up'] },
  { id: 'fu-feed-heartbeat', title: 'Notice a bank feed that delivers nothing', area: 'Integrations', priority: 'High', points: 3, age: 20, by: 'omar', who: 'hana', due: 21, labels: ['postmortem'] },
  { id: 'fu-runbook-sepa', title: 'Write down how to resend a SEPA batch without the bad lines', area: 'Payouts', priority: 'Medium', points: 1, age: 24, by: 'omar', who: 'jonas', due: -4, labels: ['postmortem'] },
  { id: 'fu-token-expiry', title: 'Warn tenants a week before an integration’s token ends', area: 'Integrations', priority: 'Medium', points: 2, age: 43, by: 'ines', labels: ['incident-follow-up'] },
  { id: 'fu-mail-provider', title: 'Second mail provider for invoices and reminders', area: 'Platform', points: 5, age: 92, by: 'omar', due: -30, labels: ['preventive-action'] },
  { id: 'fu-status-page', title: 'Publish payout delays on the status page within ten minutes', area: 'Payouts', priority: 'Medium', points: 1, age: 24, by: 'ines', who: 'ines', due: 6, labels: ['incident-follow-up'] },
  { id: 'fu-upgrade-rehearsal', title: 'Rehearse bank certificate changes in the sandbox', area: 'Payments', priority: 'Medium', points: 2, age: 14, by: 'omar', who: 'omar', due: 26, labels: ['preventive-action'] },
];
