import type { ScopeAsk } from './asks';
import type { RubricPublication } from './publication';
import type { Who } from './who';
import type { RubricChange } from '../core/rubric/document/rubric-change';
import type { Section } from '../core/rubric/document/inherit';
import type { RubricProblem } from '../core/rubric/schema/problem';
import type { Rubric } from '../core/rubric/schema/schema';

export interface VersionsContract {
  /** The history, 20 a page; `before` is the `next` of the page before, null for the newest. */
  readonly 'rubric.versions': {
    readonly ask: ScopeAsk & { readonly before: number | null };
    readonly answer: VersionsView;
  };
  readonly 'rubric.version': {
    readonly ask: ScopeAsk & { readonly version: number };
    readonly answer: OneVersion;
  };
  /** Publishes an earlier version's document again, as the next version. */
  readonly 'rubric.rollback': { readonly ask: RubricRollback; readonly answer: RubricPublication };
  /** Reads a rubric in JSON or YAML and lists everything that is wrong with it; saves nothing. */
  readonly 'rubric.import': {
    readonly ask: ScopeAsk & { readonly text: string };
    readonly answer: ImportedDocument;
  };
  readonly 'rubric.export': { readonly ask: ExportAsk; readonly answer: ExportedDocument };
}

/** One version in the history. */
export interface VersionView {
  readonly version: number;
  readonly by: Who;
  readonly approvedBy: Who | null;
  /** What they said. */
  readonly approvalNote: string | null;
  readonly reason: string;
  /** ISO time. */
  readonly at: string;
  readonly cause: 'published' | 'rolled back' | 'follows the site';
  /** The version that it brought back, or the site's that it follows; null otherwise. */
  readonly of: number | null;
  /** Against the one before, or against what judged until then; the first 50. */
  readonly changes: readonly RubricChange[];
  /** How many more there are. */
  readonly more: number;
}

export interface VersionsView {
  /** The newest first, 20 at most. */
  readonly versions: readonly VersionView[];
  /** How many there are in all. */
  readonly total: number;
  /** Whether there is an older page. */
  readonly next: number | null;
}

export interface OneVersion {
  readonly about: VersionView;
  readonly document: Rubric | null;
  readonly inherits: readonly Section[];
  /** Why a document of long ago can no longer be used; empty for a sound one. */
  readonly problems: readonly RubricProblem[];
  /** Fields that it reads and the site lacks by now, or has with another type: brought back, such a criterion is unknown on every issue. */
  readonly warnings: readonly RubricProblem[];
  /** Against what is published now: what rolling back would change, in words. */
  readonly rollback: readonly RubricChange[];
}

export interface RubricRollback extends ScopeAsk {
  readonly version: number;
  readonly reason: string;
  /** The version that the person was looking at as the newest. */
  readonly base: number;
}

/** What a text of somebody else's making says: nothing is saved. Put `document` into a draft to go on with it. */
export interface ImportedDocument {
  /** Made whole; null when there are problems. */
  readonly document: Rubric | null;
  readonly problems: readonly RubricProblem[];
  readonly warnings: readonly RubricProblem[];
  /** Against what is published now, in words. */
  readonly changes: readonly RubricChange[];
}

export interface ExportAsk extends ScopeAsk {
  /** Null for what is in force. */
  readonly version: number | null;
  readonly format: 'json' | 'yaml';
}

export interface ExportedDocument {
  /** `ballast-PAY-v7.yaml` */
  readonly fileName: string;
  readonly text: string;
}
