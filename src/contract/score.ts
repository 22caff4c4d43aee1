import type { IssueAsk } from './asks';
import type { History } from './decisions';
import type { QuestionView } from './question';
import type { Because } from '../core/provenance/because';
import type { Vocabulary } from '../core/rubric/schema/vocabulary';
import type { Line, Missing } from '../core/score-card/score-card';
import type { Band } from '../core/terms/band';
import type { Horizon } from '../core/terms/horizon';
import type { Lane } from '../core/terms/lane';

export interface ScoreContract {
  /** Reads the issue from Jira, scores it now and shows the result. Writes nothing: what has to be written is left to the queue, and `pending` says so. */
  readonly 'score.view': { readonly ask: IssueAsk; readonly answer: ScoreView };
}

/** A channel of the platform, with a token that was signed for it; `expiresAt` in milliseconds since 1970, null where nobody says. */
export interface Listening {
  readonly channel: string;
  readonly token: string;
  readonly expiresAt: number | null;
}

export interface ScoreView {
  readonly key: string;
  readonly state: 'scored' | 'closed';
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
  /** The number or name that the rubric's method publishes (RICE 675); null for pillars and while it cannot be told. */
  readonly raw: { readonly measure: string; readonly value: number | string } | null;
  readonly band: Band | null;
  readonly lane: Lane;
  readonly because: Because;
  readonly horizon: Horizon | null;
  readonly horizonBecause: Because;
  readonly pillars: readonly { readonly id: string; readonly label: string }[];
  readonly lines: readonly Line[];
  readonly missing: readonly Missing[];
  /** Lower ends of the bands, ascending: the picture of the score draws them. */
  readonly bands: readonly { readonly band: Band; readonly from: number }[];
  readonly rubric: { readonly name: string; readonly version: number };
  /** What the team means by its lanes, in its own words; empty where it has not said. */
  readonly vocabulary: Vocabulary;
  /** ISO time. */
  readonly scoredAt: string;
  /** Jira's `updated` as this person was shown it, ISO time: what comes later may change the score. */
  readonly updated: string;
  /**
   * Set while something that was found by looking has still to be written; null once everything stands. `fields` is set while Jira's
   * fields do not show this score yet; its `score` is what they show until then, null where that is nothing, or nobody is sure.
   */
  readonly pending: { readonly fields: { readonly score: number | null } | null } | null;
  /** The project is only tried out: Ballast keeps this for itself, and writes nothing to Jira. */
  readonly pilot: boolean;
  /** What this person may not see, in words («2 linked issues are hidden from you»), never names. */
  readonly hidden: string | null;
  readonly history: History;
  /** The one input that could change lane or band; null when none could. */
  readonly question: QuestionView | null;
  /** Criteria that the rubric asks people to rate, and whether this person has a rating that counts. */
  readonly rated: readonly {
    readonly id: string;
    readonly label: string;
    readonly voted: boolean;
  }[];
  /** Why this person may not rate those that they have not; null for who may, and when there is none. */
  readonly mayNotRate: string | null;
  /** How the browser learns that the issue was scored again; null where it has to ask by itself. */
  readonly listening: Listening | null;
  /** What waits for somebody: overrides to approve, a post-mortem that is not complete. */
  readonly waits: { readonly approvals: number; readonly postMortem: boolean };
}
