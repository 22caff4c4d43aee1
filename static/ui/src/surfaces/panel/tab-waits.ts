import type { ScoreView } from '../../../../../src/contract/score';
import { count } from '../../shared/text/format-number';

type Waiting = Pick<ScoreView, 'state' | 'question' | 'rated' | 'mayNotRate' | 'waits'>;

/** What waits for this person behind a tab, in two or three words; null while nothing does, which is what a tab says most of the time. */
export function waitsBehind(
  tab: string,
  { state, question, rated, mayNotRate, waits }: Waiting,
): string | null {
  switch (tab) {
    case 'score': {
      const unrated =
        mayNotRate === null
          ? rated.filter(({ voted, id }) => !voted && id !== question?.id).length
          : 0;
      const asked = (question === null || question.mayNot !== null ? 0 : 1) + unrated;
      return state === 'closed' || asked === 0 ? null : count(asked, 'question');
    }
    case 'lane':
      return waits.approvals === 0
        ? null
        : waits.approvals === 1
          ? 'approval waits'
          : `${waits.approvals} approvals wait`;
    case 'post-mortem':
      return waits.postMortem ? 'open' : null;
    default:
      return null;
  }
}

/** The tab that a person comes for: of a resolved issue with an open post-mortem that, of every other the score. */
export function firstTab({ state, waits }: Waiting): string {
  return state === 'closed' && waits.postMortem ? 'post-mortem' : 'score';
}
