import type { Line, ScoreCard } from '../../core/score-card/score-card';
import { hideKeys } from './hide-keys';

/**
 * The card with every trace of these keys removed: provenance that names them goes with all that it says, and texts say «a hidden
 * issue». Numbers stay.
 */
export function redact(card: ScoreCard, hiddenKeys: readonly string[]): ScoreCard {
  if (hiddenKeys.length === 0) return card;
  const hidden = new Set(hiddenKeys);
  const clean = hideKeys(hiddenKeys);
  const cleanLine = (line: Line): Line => ({
    ...line,
    label: clean(line.label),
    value: typeof line.value === 'string' ? clean(line.value) : line.value,
    from: line.from
      .filter(({ key, text }) => (key === undefined ? clean(text) === text : !hidden.has(key)))
      .map((source) => ({ ...source, text: clean(source.text) })),
  });
  return {
    ...card,
    because: clean(card.because),
    horizonBecause: clean(card.horizonBecause),
    reasons: clean(card.reasons),
    lines: card.lines.map(cleanLine),
    missing: card.missing.map((one) => ({ ...one, why: clean(one.why) })),
  };
}
