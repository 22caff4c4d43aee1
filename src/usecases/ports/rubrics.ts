import type { ProjectId } from '../../core/terms/project';
import type { RubricChange } from '../../core/rubric/document/rubric-change';
import type { Section } from '../../core/rubric/document/inherit';
import type { Rubric } from '../../core/rubric/schema/schema';

/** A rubric as it was published: the document is checked again when it is read, since its schema may have moved on. */
export interface StoredRubric {
  readonly document: unknown;
  /** Counts from 1 in each scope. */
  readonly version: number;
  readonly by: string;
  readonly reason: string;
  /** ISO time. */
  readonly at: string;
  /** Which projects were meant by the keys that the document names; left out by editions of earlier versions. */
  readonly named?: readonly (readonly [key: string, project: ProjectId])[];
  /** Parts that it takes from the site's rubric; none when left out. */
  readonly inherits?: readonly Section[];
  /** Left out: a person published it. `of`: the version that it brings back, or the site's that it follows. */
  readonly origin?: { readonly cause: 'rolled back' | 'follows the site'; readonly of: number };
  /** Who approved it, and what they said. */
  readonly approval?: { readonly by: string; readonly note: string };
  /** Against what judged until then, in words; `more`: how many besides. Read with the notes only. */
  readonly changes?: readonly RubricChange[];
  readonly more?: number;
}

/** What is told of a version, without its document. */
export type VersionNote = Omit<StoredRubric, 'document'>;

/** A project that has a rubric of its own. */
export interface OwnRubric {
  readonly project: ProjectId;
  readonly version: number;
  /** ISO time of its publishing. */
  readonly at: string;
  readonly inherits: readonly Section[];
}

export interface Rubrics {
  /** Reads from storage again what this invocation has read before: long work must notice a newer edition. */
  refresh(): void;
  read(scope: RubricScope): Promise<StoredRubric | null>;
  /** An edition that was published earlier; null when there is none of that number. */
  edition(scope: RubricScope, version: number): Promise<StoredRubric | null>;
  /** Stores one more version, whole or not at all. @throws Declined when somebody else published that version first. */
  publish(scope: RubricScope, stored: StoredRubric): Promise<void>;
  /** Of these versions, the newest first. */
  notes(scope: RubricScope, versions: readonly number[]): Promise<readonly VersionNote[]>;
  /** One published a moment ago may be missing. */
  owned(): Promise<readonly OwnRubric[]>;
}

/** A project, or the whole site. */
export type RubricScope = { readonly project: ProjectId } | 'site';

/** A rubric in force; version 0 is the built-in default, before anybody published. */
export interface RubricInForce {
  readonly rubric: Rubric;
  readonly version: number;
  /** `site-7` or `own-7`: names the edition among those of the site and of the project. */
  readonly stamp: string;
}

/** The rubric in force for a project. */
export type RubricOf = (project: ProjectId) => RubricInForce;
