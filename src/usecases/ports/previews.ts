import type { RubricCost } from '../../core/preview/rubric-cost';
import type { Preview } from '../../core/preview/preview';
import type { Rubric } from '../../core/rubric/schema/schema';

/** What is kept of previews that take longer than an answer, by the id of their job; forgotten after a day. */
export interface Previews {
  draft(jobId: string): Promise<PricedDraft | null>;
  keepDraft(jobId: string, draft: PricedDraft): Promise<void>;
  result(jobId: string): Promise<MeasuredPreview | null>;
  keepResult(jobId: string, result: MeasuredPreview): Promise<void>;
}

export interface PricedDraft {
  readonly rubric: Rubric;
  readonly cost: RubricCost;
}

/** A preview before it is known who looks at it. */
export interface MeasuredPreview {
  readonly preview: Preview;
  readonly cost: RubricCost;
  readonly complete: boolean;
}
