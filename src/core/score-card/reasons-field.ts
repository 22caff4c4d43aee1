import type { WordedLine } from './lines';
import { signed } from '../text/wording';

/** What a Jira text field takes. */
const longest = 255;
const separator = ' · ';
/** Nothing shorter is worth a segment: `blocks 1 issue +0.1`. */
const shortest = 6;

/** `2 open SEV1 incidents +31 · effort 3 ×0.8`: the lines that move the score most, as many whole ones as fit; `first` comes before them. */
export function reasonsText(lines: readonly WordedLine[], first: string | null = null): string {
  const byWeight = lines
    .filter(({ words, line }) => words !== null && line.contribution !== 0)
    .sort((a, b) => Math.abs(b.line.contribution) - Math.abs(a.line.contribution));
  let text = first ?? '';
  for (const { words, line } of byWeight) {
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
