import type { ScopeAsk } from './asks';
import type { EvidenceProposal } from '../core/setup-check/detect-evidence';

export interface EvidenceContract {
  /** Proposes how incidents, requests and customers are told on this site. Administrators of the project, or of Jira for null, only. */
  readonly 'evidence.detect': { readonly ask: ScopeAsk; readonly answer: EvidenceDetection };
  /** Makes the secret that outside tools sign with; the one before stops working at once. Jira administrators only. */
  readonly 'evidence.rotateSecret': {
    readonly ask: Record<string, never>;
    readonly answer: NewEvidenceSecret;
  };
  /** Takes PagerDuty's own signatures with the secret of one of its webhook subscriptions; Jira administrators only, as for the next. */
  readonly 'evidence.connectPagerDuty': {
    readonly ask: PagerDutyConnect;
    readonly answer: PagerDutyConnections;
  };
  readonly 'evidence.disconnectPagerDuty': {
    readonly ask: { readonly name: string };
    readonly answer: PagerDutyConnections;
  };
}

/** Told once: only its keeper knows it afterwards. */
export interface NewEvidenceSecret {
  readonly secret: string;
  /** Names of the headers that carry the time of signing and the signature. */
  readonly timestampHeader: string;
  readonly signatureHeader: string;
}

/** What one webhook subscription of PagerDuty signs with. */
export interface PagerDutyConnect {
  /** As people tell it from others; a connection of that name is replaced. */
  readonly name: string;
  /** Made by PagerDuty, and shown there once. */
  readonly secret: string;
}

export interface PagerDutyConnections {
  readonly names: readonly string[];
}

/** Evidence settings that fit the site, and why; nothing is changed by asking. */
export type EvidenceDetection = EvidenceProposal;
