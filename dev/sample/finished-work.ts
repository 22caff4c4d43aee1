import type { WorkRow } from './work-row';

/** Closed work of the last year, by type: it gives the open work its history, its epics and its duplicates. */
export const finishedWork: Readonly<Record<'Bug' | 'Story' | 'Improvement' | 'Task' | 'Epic', readonly WorkRow[]>> = {
  Epic: [
    { id: 'cards', title: 'Card payments on every invoice', area: 'Payments', priority: 'High', value: 84, age: 330, by: 'mara', who: 'mara', done: 118, goal: 'Paid five days sooner', votes: 14, watches: 10 },
    { id: 'soc2', title: 'Pass the SOC 2 audit', area: 'Platform', priority: 'High', value: 76, age: 310, by: 'teo', who: 'teo', done: 64, watches: 9, goal: 'Ready for groups' },
  ],
  Bug: [
    { id: 'd-iban-import', title: 'Import cuts account numbers with spaces', area: 'Onboarding', priority: 'High', points: 2, age: 146, by: 'jonas', who: 'priya', done: 131, release: '5.2', votes: 4 },
    { id: 'd-mail-queue', title: 'Invoice mails wait behind newsletters', area: 'Platform', priority: 'Highest', points: 3, age: 94, by: 'omar', who: 'omar', done: 91, watches: 8 },
    { id: 'd-3ds', title: 'Card check window stays white in Safari', area: 'Payments', priority: 'High', points: 3, age: 89, by: 'ines', who: 'luca', done: 80, release: '5.3', votes: 6 },
    { id: 'd-payout-dup', title: 'Payout listed twice after a page reload', area: 'Payouts', priority: 'Medium', points: 1, age: 87, by: 'jonas', who: 'luca', done: 74, release: '5.3' },
    { id: 'd-tax-id', title: 'Swiss tax ids are called invalid', area: 'Invoices', priority: 'Medium', points: 1, age: 85, by: 'gil', who: 'sven', done: 52, reopened: 60, release: '5.3', votes: 3 },
    { id: 'd-memory', title: 'Report worker runs out of memory at quarter end', area: 'Reports', priority: 'High', points: 5, age: 48, by: 'omar', who: 'hana', done: 29, watches: 6 },
    { id: 'd-csv-comma', title: 'Decimal comma breaks the open items import', area: 'Onboarding', priority: 'Medium', points: 1, age: 67, by: 'jonas', who: 'priya', done: 50, release: '5.3' },
    { id: 'd-logo', title: 'Logo missing on the second page of an invoice', area: 'Invoices', priority: 'Low', points: 1, age: 122, by: 'noor', who: 'noor', done: 100, release: '5.2' },
    { id: 'd-slow-login', title: 'Sign-in takes ten seconds on Monday mornings', area: 'Sign-in', priority: 'Medium', age: 114, by: 'ines', who: 'hana', done: 103, resolution: 'Cannot Reproduce' },
    { id: 'd-umlaut-dup', title: 'Umlauts are ignored when searching customers', area: 'Invoices', priority: 'Low', age: 98, by: 'jonas', done: 97, resolution: 'Duplicate' },
  ],
  Story: [
    { id: 'd-approve-two', title: 'Two approvals above a limit', area: 'Payments', priority: 'High', points: 5, value: 65, age: 210, by: 'ruth', who: 'luca', done: 128, release: '5.2', votes: 7 },
    { id: 'd-api-invoices', title: 'Create and send invoices through the API', area: 'API', epic: 'api-v3', priority: 'High', points: 8, value: 72, age: 182, by: 'teo', who: 'priya', done: 101, release: '5.2', votes: 9 },
    { id: 'd-card-surcharge', title: 'Pass card fees on where the law allows it', area: 'Payments', epic: 'cards', priority: 'Medium', points: 5, value: 40, age: 200, by: 'mara', who: 'luca', done: 120, release: '5.2', votes: 5 },
    { id: 'd-card-save', title: 'Keep a card for the next invoice', area: 'Payments', epic: 'cards', priority: 'High', points: 5, value: 66, age: 214, by: 'mara', who: 'luca', done: 142, release: '5.2', votes: 9 },
    { id: 'd-reminder-steps', title: 'Up to five reminder steps with their own texts', area: 'Reminders', epic: 'collections', priority: 'High', points: 8, value: 70, age: 170, by: 'mara', who: 'priya', done: 77, release: '5.3', votes: 11 },
    { id: 'd-zugferd', title: 'Send ZUGFeRD invoices', area: 'Invoices', epic: 'e-invoicing', priority: 'High', points: 8, value: 80, age: 158, by: 'mara', who: 'noor', done: 13, sprint: 41, release: '5.4', votes: 8, goal: 'E-invoicing in time' },
    { id: 'd-crypto', title: 'Accept stablecoins', area: 'Payments', priority: 'Lowest', points: 21, age: 290, by: 'gil', done: 148, resolution: "Won't Do", votes: 1 },
  ],
  Improvement: [
    { id: 'd-shortcuts', title: 'Jump to any invoice by its number', area: 'Invoices', priority: 'Low', points: 1, age: 163, by: 'noor', who: 'hana', done: 135, release: '5.2', votes: 5 },
    { id: 'd-csv-columns', title: 'Same columns in every export', area: 'Reports', priority: 'Low', points: 2, age: 145, by: 'jonas', who: 'priya', done: 92, release: '5.3' },
    { id: 'd-dark', title: 'Dark theme', area: 'Platform', priority: 'Low', points: 5, age: 230, by: 'noor', who: 'noor', done: 109, release: '5.2', votes: 21 },
    { id: 'd-list-filter', title: 'Filter invoices by branch', area: 'Invoices', priority: 'Medium', points: 3, age: 126, by: 'gil', who: 'hana', done: 72, release: '5.3', votes: 6 },
    { id: 'd-undo', title: 'Undo a wrong match of a payment', area: 'Payments', priority: 'High', points: 3, value: 55, age: 75, by: 'ines', who: 'priya', done: 12, sprint: 41, release: '5.4', votes: 10 },
    { id: 'd-two-factor', title: 'Ask for the second factor only on new devices', area: 'Sign-in', priority: 'Medium', points: 2, age: 81, by: 'noor', who: 'sven', done: 66, release: '5.3', votes: 4 },
  ],
  Task: [
    { id: 'd-ledger-batch', title: 'Move six hundred small tenants to the new ledger', area: 'Ledger', epic: 'new-ledger', priority: 'High', points: 8, age: 150, by: 'teo', who: 'hana', done: 84 },
    { id: 'd-backup-drill', title: 'Restore the ledger from a backup and time it', area: 'Platform', priority: 'Medium', points: 2, age: 111, by: 'omar', who: 'omar', done: 105, labels: ['incident-follow-up'] },
    { id: 'd-mail-priority', title: 'Separate queues for invoices and newsletters', area: 'Platform', priority: 'Highest', points: 3, age: 93, by: 'omar', who: 'omar', done: 86, labels: ['incident-follow-up'] },
    { id: 'd-vendor', title: 'Choose the company that audits us', area: 'Platform', epic: 'soc2', priority: 'Medium', points: 1, age: 280, by: 'teo', who: 'teo', done: 250 },
    { id: 'd-worker-limit', title: 'Give report workers a memory limit of their own', area: 'Reports', priority: 'High', points: 1, age: 45, by: 'omar', who: 'hana', done: 31, labels: ['postmortem'] },
  ],
};
