import type { ScopeAsk } from './asks';
import type { SenderId } from '../core/evidence-feeds/senders';
import type { EvidenceProposal } from '../core/setup-check/detect-evidence';
import type { LinkProposal } from '../core/setup-check/detect-links';

export interface EvidenceContract {
  /** Proposes how incidents, requests and customers are told on this site. Administrators of the project, or of Jira for null, only. */
  readonly 'evidence.detect': { readonly ask: ScopeAsk; readonly answer: EvidenceDetection };
  /** Makes the secret that outside tools sign with; the one before is taken for one more day. Jira administrators only. */
  readonly 'evidence.rotateSecret': {
    readonly ask: Record<string, never>;
    readonly answer: NewEvidenceSecret;
  };
  /** Takes a sender's own signatures with the secret of one of its webhooks; Jira administrators only, as for the next. */
  readonly 'evidence.connect': {
    readonly ask: WebhookConnect;
    readonly answer: WebhookConnections;
  };
  readonly 'evidence.disconnect': {
    readonly ask: WebhookDisconnect;
    readonly answer: WebhookConnections;
  };
}

/** Told once: only its keeper knows it afterwards. */
export interface NewEvidenceSecret {
  readonly secret: string;
  /** ISO time up to which the secret before is taken; null when there was none. */
  readonly olderUntil: string | null;
  /** Names of the headers that carry the time of signing and the signature. */
  readonly timestampHeader: string;
  readonly signatureHeader: string;
}

export interface WebhookDisconnect {
  readonly sender: SenderId;
  readonly name: string;
}

/** What one webhook of a sender signs with. */
export interface WebhookConnect {
  readonly sender: SenderId;
  /** As people tell it from others; a connection of that name to that sender is replaced. */
  readonly name: string;
  /** Made by the sender, and shown there once. */
  readonly secret: string;
}

/** The connections to one sender. */
export interface WebhookConnections {
  readonly names: readonly string[];
}

/** Settings of evidence and blockers that fit the site, and why; nothing is changed by asking. */
export type EvidenceDetection = EvidenceProposal & { readonly links: LinkProposal };
