import type { Preview } from '../../core/preview/preview';
import type { Rubric } from '../../core/rubric/schema/schema';

/** What publishing would cost at Jira: issues in all (null where nobody knows), those to read, quota points, and why. */
export interface Cost {
  readonly issues: number | null;
  readonly reads: number;
  readonly points: number;
  readonly because: readonly string[];
}

/** What is kept of previews that take longer than an answer, by the id of their job; forgotten after a day. */
export interface Previews {
  draft(jobId: string): Promise<PricedDraft | null>;
  keepDraft(jobId: string, draft: PricedDraft): Promise<void>;
  result(jobId: string): Promise<MeasuredPreview | null>;
  keepResult(jobId: string, result: MeasuredPreview): Promise<void>;
}

export interface PricedDraft {
  readonly rubric: Rubric;
  readonly cost: Cost;
}

/** A preview before it is known who looks at it. */
export interface MeasuredPreview {
  readonly preview: Preview;
  readonly cost: Cost;
  readonly complete: boolean;
}
