import type { Section } from './inherit';

/** A person's unpublished rubric. It may be broken: it is kept as it is. */
export interface Draft {
  readonly document: unknown;
  readonly inherits: readonly Section[];
  /** The version of this scope that it started from; 0 when there was none. */
  readonly base: number;
  /**
   * Of a project without a rubric of its own: the version of the site's that it was copied from. Left out by drafts of earlier apps.
   * Sent back with the next saving, and when publishing.
   */
  readonly site?: number;
  /** Counts its savings from 1: sent back as `seen`. */
  readonly revision: number;
  /** ISO time. */
  readonly savedAt: string;
}
