import type { Refusal } from '../../../../../../src/contract';
import type { ParsedRubric } from '../../../../../../src/core/rubric/parse';
import type { RubricProblem } from '../../../../../../src/core/rubric/problem';
import type { Path, RubricDocument } from './document-path';

/** The draft as the server keeps it. */
export interface KeptDraft {
  /** The document being edited; the published one while nobody changed anything. */
  readonly document: unknown;
  /** Tells one state from the next; goes along with every save. */
  readonly seen: string;
  /** ISO time of the last save; null while there is no draft. */
  readonly savedAt: string | null;
  /** Name of who saved it; null while there is no draft, or when it is not known. */
  readonly savedBy: string | null;
  /** What only the server can tell: fields that the site does not have. Of the kept document. */
  readonly problems: readonly RubricProblem[];
}

/** Kept as it was given, or not kept because somebody else saved in between: then theirs. */
export type SaveAnswer = { readonly kept: true; readonly draft: KeptDraft } | { readonly kept: false; readonly theirs: KeptDraft };

/** Where drafts are kept. Throws `Refused` when it was not done. */
export interface DraftStore {
  readonly save: (document: RubricDocument, seen: string) => Promise<SaveAnswer>;
  /** Throws the draft away and answers with what is published. */
  readonly discard: (seen: string) => Promise<KeptDraft>;
}

export type Saving =
  | { readonly state: 'unchanged' }
  | { readonly state: 'waiting' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly refusal: Refusal; readonly retry: () => void }
  /** Somebody else, or another tab, saved in between; nothing is overwritten until the person decides. */
  | { readonly state: 'conflict'; readonly theirs: KeptDraft; readonly takeTheirs: () => void; readonly keepMine: () => void };

/** The rubric being edited, for the editor, the preview and the publish dialogue. */
export interface Draft {
  readonly document: RubricDocument;
  /** The rubric once it is sound, or what is wrong with it: checked here, in the browser, with the core's own code. */
  readonly parsed: ParsedRubric;
  /** The last sound rubric: what a preview shows while something is half typed. Null when none was sound yet. */
  readonly lastSound: Extract<ParsedRubric, { ok: true }>['rubric'] | null;
  /** The core's and the server's, in the order of the document. */
  readonly problems: readonly RubricProblem[];
  /** Why this person may not edit; null when they may. */
  readonly readOnly: string | null;
  /** `what` names the place, so that a dragged slider is one step back; null is a step of its own. */
  readonly change: (next: RubricDocument, what?: string | null) => void;
  /** Changes one place; `undefined` takes it out. */
  readonly set: (path: Path, value: unknown) => void;
  /** Null when there is nothing to take back. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly saving: Saving;
  /** The state that the server keeps, to be sent along when publishing. Settled only while `saving` is unchanged or saved. */
  readonly seen: string;
  /** Saves at once what waits, and says whether everything is kept then. */
  readonly flush: () => Promise<boolean>;
  /** Throws the draft away; the published rubric is shown again. */
  readonly discard: () => Promise<void>;
}
