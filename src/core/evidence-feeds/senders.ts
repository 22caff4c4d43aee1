import type { SignatureScheme } from './signature-scheme';

/** For good: secrets are kept under the id, and what is signed in this way has to be a payload of that source in `read-payload`. */
export const SENDER_IDS = ['pagerduty'] as const;
export type SenderId = (typeof SENDER_IDS)[number];

/** A tool that sends its webhooks by itself and signs them in its own way, with a secret that a person brings from there. */
export interface Sender {
  readonly id: SenderId;
  /** As people know it. */
  readonly name: string;
  readonly signature: SignatureScheme;
  /** In characters: a shorter secret is a slip of whoever enters it. */
  readonly shortestSecret: number;
  /** How a person makes a webhook there. */
  readonly steps: {
    readonly begin: string;
    /** What it is to send, besides the address that it needs: `the incident events`. */
    readonly events: string;
    /** Where the secret is shown. */
    readonly secret: string;
  };
}

/**
 * One row each. A body that is signed without a time may be sent again by anybody, which is no harm: the same report, or an older
 * one, changes nothing.
 */
export const SENDERS: { readonly [Id in SenderId]: Sender & { readonly id: Id } } = {
  pagerduty: {
    id: 'pagerduty',
    name: 'PagerDuty',
    // https://docs.pagerduty.com/developer/verifying-webhook-signatures
    signature: {
      header: 'x-pagerduty-signature',
      prefix: 'v1=',
      several: true,
      timeHeader: null,
    },
    shortestSecret: 16,
    steps: {
      begin:
        'In PagerDuty, open Integrations and there Generic Webhooks (v3), and choose New Webhook.',
      events: 'the incident events',
      secret: 'PagerDuty then shows the signing secret this one time: put it in here.',
    },
  },
};
