/** Links among the product's own work, by row id. */

/** The first blocks the second. */
export const blocks: readonly (readonly [string, string])[] = [
  // A diamond: the nightly comparison holds up the cut-over and the upgrade, and both hold up the end of the old ledger.
  ['ledger-compare', 'ledger-cutover'],
  ['ledger-compare', 'postgres'],
  ['ledger-cutover', 'old-ledger-off'],
  ['postgres', 'old-ledger-off'],
  ['ledger-cutover', 'ledger-lock'],
  ['ledger-lock', 'group-books'],
  ['group-books', 'group-netting'],
  ['group-books', 'group-consolidated'],
  ['group-books', 'group-roles'],
  ['group-roles', 'scim'],
  ['api-idempotency', 'pay-link'],
  ['pay-link', 'plan-instalments'],
  ['plan-instalments', 'promise-to-pay'],
  ['payee-check', 'instant-sepa'],
  ['payout-limits', 'instant-sepa'],
  ['api-cursor', 'export-xlsx'],
  ['fu-debit-ref', 'double-debit'],
  ['verify-bank', 'setup-guide'],
  // A circle, as grows in every backlog.
  ['split-monolith', 'cert-rotation'],
  ['cert-rotation', 'queue-shared'],
  ['queue-shared', 'split-monolith'],
  // Done, so it holds up nothing any more.
  ['d-zugferd', 'xrechnung'],
];

/** The first duplicates the second. */
export const duplicates: readonly (readonly [string, string])[] = [
  ['csv-export-again', 'iban-zeros'],
  ['d-umlaut-dup', 'search-umlaut'],
];

export const relations: readonly (readonly [string, string])[] = [
  ['export-xlsx', 'iban-zeros'],
  ['bank-feed-status', 'bank-feed-gap'],
  ['webhook-log', 'webhook-order'],
  ['docs-webhooks', 'webhook-order'],
  ['webhook-replay', 'webhook-log'],
  ['status-banner', 'fu-status-page'],
  ['match-learn', 'match-split'],
  ['reminder-paid', 'bank-feed-gap'],
  ['role-cache', 'permission-leak'],
  ['late-fee-preview', 'dunning-fee'],
  ['audit-export', 'audit-filter'],
  ['queue-stuck', 'queue-shared'],
  ['holiday-calendar', 'payout-cutoff'],
  ['d-tax-id', 'vat-rounding'],
];
