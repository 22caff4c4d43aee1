import type { ScoreCard } from '../scoring/score-card';
import type { Signals } from '../signals/signal';

/** Keys of other issues that words about these cards name: whoever may not see one of those must not read it there. */
export function mentionedIn(words: string, cards: readonly ScoreCard[], { evidence, blocks, blockedBy }: Signals): readonly string[] {
  const near = [
    ...evidence.flatMap(({ key }) => key ?? []), ...blocks, ...blockedBy,
    ...cards.flatMap(({ lines }) => lines.flatMap(({ from }) => from.flatMap(({ key }) => key ?? []))),
  ];
  return [...new Set(near)].filter((key) => words.includes(key));
}
