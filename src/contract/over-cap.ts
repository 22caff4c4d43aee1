import type { IssueAsk } from './asks';
import type { MayView, OverrideView } from './overrides';

export interface OverCapContract {
  /** Whether the hot fixes take more than the capacity policy gives them, and who may decide about that. */
  readonly 'overcap.view': { readonly ask: IssueAsk; readonly answer: OverCapView };
  /** Accepts the hot fix beyond the cap, with or without pausing the work named, or refuses it; where approval is needed, asks. */
  readonly 'overcap.answer': {
    readonly ask: IssueAsk & OverCapAnswer;
    readonly answer: OverCapView;
  };
}

/** Strategic work that would make room; `hidden` from this person, who may not see it. */
export type RoomView =
  | { readonly kind: 'none' }
  | { readonly kind: 'hidden' }
  | {
      readonly kind: 'shown';
      readonly key: string;
      readonly summary: string;
      readonly may: MayView;
    };

/** Whether hot fixes take more than the capacity policy gives them, and what was decided about this one. */
export interface OverCapView {
  readonly seen: string;
  /** Shares of what the policy counts, 0–1; null while the hot fixes are within their cap, or this issue is none. */
  readonly over: { readonly share: number; readonly cap: number } | null;
  readonly room: RoomView;
  readonly may: MayView;
  /** The last answer that is not over yet; idle where it was refused. */
  readonly answer: (OverrideView & { readonly refused: boolean }) | null;
  /** Last day on which an answer that is given now holds, UTC. */
  readonly until: string;
}

export interface OverCapAnswer {
  readonly seen: string;
  readonly accept: boolean;
  readonly reason: string;
  /** Key of the work that pauses with it; null to pause none. */
  readonly pause: string | null;
}
