import type { Question } from '../core/next-input/rank-inputs';
import type { IssueAsk } from './asks';
import type { AnswerKind, FieldAnswer } from '../core/issue/editable-field';

export interface QuestionContract {
  /** What the field of a question takes from this person on this issue. */
  readonly 'question.input': {
    readonly ask: IssueAsk & QuestionAsk;
    readonly answer: QuestionInput;
  };
  /** Writes an answer into the issue's own field, in the person's name. */
  readonly 'question.answer': { readonly ask: IssueAsk & QuestionAnswer; readonly answer: null };
}

/** An input that nobody gave and that alone could change the lane or the band. */
export interface QuestionView extends Omit<Question, 'ids'> {
  /** Id of the criterion, or `effort`. */
  readonly id: string;
  readonly place: PlaceView;
  /** Why this person may not vote; null for who may, and for a field of Jira's, of which the browser asks Jira. */
  readonly mayNot: string | null;
}

/** Where the answer goes: a field of the issue, a vote in Ballast, or somewhere that only a person can go to. */
export type PlaceView =
  | {
      readonly how: 'field';
      readonly name: string;
      readonly unit: string;
      readonly kind: AnswerKind;
    }
  | { readonly how: 'vote'; readonly min: number; readonly max: number }
  | { readonly how: 'elsewhere'; readonly where: string };

export interface QuestionAsk {
  /** Id of the criterion, or `effort`. */
  readonly id: string;
}

export interface QuestionAnswer extends QuestionAsk {
  readonly answer: FieldAnswer;
}

/** What the field takes from this person on this issue: asked for only once somebody wants to answer. */
export type QuestionInput =
  | { readonly kind: 'number' | 'date' | 'labels' | 'person'; readonly field: string }
  /** `options`: what the field takes here, in Jira's order; `more` when it takes others too that did not fit. */
  | {
      readonly kind: 'choice';
      readonly field: string;
      readonly many: boolean;
      readonly options: readonly string[];
      readonly more: boolean;
    }
  | {
      readonly kind: 'cascading';
      readonly field: string;
      readonly options: readonly { readonly label: string; readonly children: readonly string[] }[];
    }
  /** The person's screens of this issue do not have the field. */
  | { readonly kind: 'elsewhere'; readonly where: string };
