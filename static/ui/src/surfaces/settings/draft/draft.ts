import type { Refusal } from '../../../../../../src/contract';
import type { DraftView, Overtaken } from '../../../../../../src/contract/drafts';
import type { Inheritance, PublishedRubric } from '../../../../../../src/contract/settings';
import type { Section } from '../../../../../../src/core/rubric/document/inherit';
import type { ParsedRubric } from '../../../../../../src/core/rubric/document/parse';
import type { RubricProblem } from '../../../../../../src/core/rubric/schema/problem';
import type { Rubric } from '../../../../../../src/core/rubric/schema/schema';
import type { Path, RubricDocument } from './document-path';
import type { SavedDraft } from './saved-draft';

export type Saving =
  | { readonly state: 'unchanged' }
  | { readonly state: 'waiting' }
  | { readonly state: 'saving' }
  /** ISO time. */
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly refusal: Refusal; readonly retry: () => void }
  /** Another window of the same person saved in between; nothing is overwritten until they decide. `savedAt` is null when it threw the draft away. */
  | {
      readonly state: 'conflict';
      readonly theirs: SavedDraft;
      readonly takeTheirs: () => void;
      readonly keepMine: () => void;
    };

/** The rubric being edited, for the editor, the preview and the publish dialogue. */
export interface Draft {
  readonly document: RubricDocument;
  /** Parts that follow the site's rubric; the document holds them as they are there. */
  readonly inherits: readonly Section[];
  /** The version that the draft stands on. */
  readonly base: number;
  /** Of a project's draft: the version of the site's rubric that it was copied from, where it stands on none of its own. */
  readonly site: number | null;
  /** The rubric once it is sound, or what is wrong with it: checked here, in the browser, with the core's own code. */
  readonly parsed: ParsedRubric;
  /** The last sound rubric: what a preview shows while something is half typed. Null when none was sound yet. */
  readonly lastSound: Rubric | null;
  /** Everything that keeps it from being published: found here at once, or by the server with the last save. */
  readonly problems: readonly RubricProblem[];
  /** What it asks of fields that the site lacks. Of the last save. */
  readonly warnings: readonly RubricProblem[];
  /** Why this person may not edit; null when they may. */
  readonly readOnly: string | null;
  readonly published: PublishedRubric;
  /** Null for the site's own rubric. */
  readonly inheritance: Inheritance | null;
  /** Somebody published since the draft was started. */
  readonly overtaken: Overtaken | null;
  /** Whether it differs from what is published. */
  readonly differs: boolean;
  /** `what` names the place, so that a dragged slider is one step back; null is a step of its own. `inherits` as it is unless given. */
  readonly change: (
    next: RubricDocument,
    what?: string | null,
    inherits?: readonly Section[],
  ) => void;
  /** Changes one place; `undefined` takes it out. A part that followed the site's rubric is the project's own from then on. */
  readonly set: (path: Path, value: unknown) => void;
  /** Lets a part follow the site's rubric again. */
  readonly follow: (section: Section) => void;
  /** Null when there is nothing to take back. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly saving: Saving;
  /** The draft's revision as it is kept: send it as `seen`. Settled after `flush`. */
  readonly seen: number;
  /** Saves at once what waits, and says whether everything is kept then. Call it before publishing. */
  readonly flush: () => Promise<boolean>;
  /** Shows a draft that the server has changed: after `draft.rebase`. */
  readonly adopt: (draft: DraftView) => void;
  /** Throws the draft away; the published rubric is shown again. Rejects with `Refused`. */
  readonly discard: () => Promise<void>;
}
