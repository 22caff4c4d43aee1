import type { ScoreCard } from '../score-card/score-card';
import { keysIn, mentionOf } from '../signals/mention';
import type { Signals } from '../signals/signal';

/** Keys of other issues that words about these cards name: whoever may not see one of those must not read it there. */
export function mentionedIn(
  words: string,
  cards: readonly ScoreCard[],
  { evidence, blocks, blockedBy }: Signals,
): readonly string[] {
  const near = [
    ...evidence.flatMap(mentionOf).flatMap(keysIn),
    ...blocks,
    ...blockedBy,
    ...cards.flatMap(({ lines }) =>
      lines.flatMap(({ from }) => from.flatMap(({ key }) => key ?? [])),
    ),
  ];
  return [...new Set(near)].filter((key) => words.includes(key));
}
