import type { EvidenceProposal } from '../core/setup-check/detect-evidence';

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
