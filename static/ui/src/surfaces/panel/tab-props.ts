import type { ScoreView } from '../../../../../src/contract/score';

/** What every tab of the panel is given. */
export interface TabProps {
  readonly issueId: string;
  readonly view: ScoreView;
  /** Asks for the score again, after something was done that may have moved it. */
  readonly changed: () => void;
}
