import type { ScopeAsk } from './asks';
import type { RubricCost } from '../core/preview/rubric-cost';
import type { JobView } from './jobs';
import type { RubricProposal } from './publication';
import type { Mover, Preview } from '../core/preview/preview';
import type { RubricProblem } from '../core/rubric/schema/problem';

export interface PreviewContract {
  /** What publishing a rubric would do to the backlog, from the ledger. A large backlog is previewed by a run. For whoever may publish it, as all of `preview`. */
  readonly 'rubric.preview': {
    readonly ask: Omit<RubricProposal, 'reason'>;
    readonly answer: RubricPreviewAnswer;
  };
  /** The person's last run for a scope; null before the first and once it is forgotten. */
  readonly 'preview.view': { readonly ask: ScopeAsk; readonly answer: PreviewRun | null };
  readonly 'preview.cancel': { readonly ask: ScopeAsk; readonly answer: PreviewRun | null };
}

/** A mover that this person may see; what they may not see is left out of its words. */
export interface MoverView extends Mover {
  readonly summary: string;
}

/** What a draft would do, as this person may read it. */
export interface RubricPreview extends Omit<Preview, 'movers'> {
  readonly movers: readonly MoverView[];
  /** Movers among the first fifty that this person may not see. */
  readonly hiddenMovers: number;
  /** What publishing it would cost at Jira. */
  readonly cost: RubricCost;
  /** Whether the ledger holds every open issue; if not, publishing reaches more of them than are counted here. */
  readonly complete: boolean;
}

/** A preview of more issues than fit into one answer. A newer one of the same person for the same scope takes its place. */
export interface PreviewRun extends Pick<
  JobView,
  'id' | 'state' | 'note' | 'total' | 'done' | 'startedAt' | 'secondsLeft'
> {
  /** Once it is finished. */
  readonly preview: RubricPreview | null;
}

/** Either the preview at once or, for a large backlog, a run that was started for it: look at it with `preview.view`. */
export type RubricPreviewAnswer =
  | { readonly ok: false; readonly problems: readonly RubricProblem[] }
  | { readonly ok: true; readonly preview: RubricPreview; readonly run: null }
  | { readonly ok: true; readonly preview: null; readonly run: PreviewRun };
