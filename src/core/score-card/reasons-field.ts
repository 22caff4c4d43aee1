import type { WordedLine } from './lines';
import { signed } from '../text/wording';

/** What a Jira text field takes. */
const longest = 255;
const separator = ' · ';
/** Nothing shorter is worth a segment: `blocks 1 issue +0.1`. */
const shortest = 6;

/** `2 open SEV1 incidents +31 · effort 3 ×0.8`: the lines that move the score most, as many whole ones as fit; `first` comes before them. */
export function reasonsText(lines: readonly WordedLine[], first: string | null = null): string {
  let text = first ?? '';
  for (const { words, line } of byWeight(lines)) {
    if (text.length + separator.length + shortest > longest) break;
    // The factor of effort beside a method says it; as a formula's input it has points like any other.
    const segment =
      line.factor !== undefined && line.id === 'effort'
        ? (words ?? '')
        : `${words ?? ''} ${signed(line.contribution)}`;
    const longer = text === '' ? segment : text + separator + segment;
    if (longer.length <= longest) text = longer;
  }
  return text;
}

/** The largest first, of equals as they come. A card has a dozen lines: putting each in its place beats sorting by a function. */
function byWeight(lines: readonly WordedLine[]): readonly WordedLine[] {
  const sorted: WordedLine[] = [];
  const weights: number[] = [];
  for (const worded of lines) {
    const weight = Math.abs(worded.line.contribution);
    if (worded.words === null || weight === 0) continue;
    let at = sorted.length;
    sorted.push(worded);
    weights.push(weight);
    for (; at > 0 && (weights[at - 1] ?? 0) < weight; at -= 1) {
      sorted[at] = sorted[at - 1] ?? worded;
      weights[at] = weights[at - 1] ?? 0;
    }
    sorted[at] = worded;
    weights[at] = weight;
  }
  return sorted;
}
