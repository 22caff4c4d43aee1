import { describeWhy } from '../../../../../src/core/describe/describe-why';
import { describeSource } from '../../../../../src/core/describe/describe-source';
import { describeBecause } from '../../../../../src/core/describe/describe-because';
import type { ScoreView } from '../../../../../src/contract/score';
import { bandOf } from '../scores/score-bands';
import { count, headline, oneDecimal, signed } from './format-number';

type Line = ScoreView['lines'][number];
type Missing = ScoreView['missing'][number];
type Bands = ScoreView['bands'];

const ATTENTION: Readonly<Record<NonNullable<ScoreView['band']>, string>> = {
  immediate: 'it needs attention immediately',
  soon: 'it needs attention soon',
  'can wait': 'it can wait',
  'consider declining': 'consider declining it',
};

/** `Between 74 and 87: 1 input is unknown, 2 have aged`, or that nothing is open. */
export function rangeSentence(view: Pick<ScoreView, 'low' | 'high' | 'missing'>): string {
  const span = `Between ${headline(view.low)} and ${headline(view.high)}`;
  // With every input known only what an issue that this one blocks may yet score leaves the range open.
  if (view.missing.length === 0)
    return view.low === view.high
      ? 'Exact: every input is known'
      : `${span}: an issue it blocks has unknown inputs`;
  const because = openSentence(view.missing);
  if (view.low === view.high) return `Exact, although ${because}`;
  return `${span}: ${because}`;
}

/** How many inputs nobody gave, and how many were given long ago. */
function openSentence(missing: readonly Missing[]): string {
  const aged = missing.filter(hasAged).length;
  const unknown = missing.length - aged;
  const [are, have] = [unknown === 1 ? 'is' : 'are', aged === 1 ? 'has' : 'have'];
  if (aged === 0) return `${count(unknown, 'input')} ${are} unknown`;
  if (unknown === 0) return `${count(aged, 'input')} ${have} aged`;
  return `${count(unknown, 'input')} ${are} unknown, ${aged} ${have} aged`;
}

function hasAged({ why }: Missing): boolean {
  return why.kind === 'aged';
}

/** Said while Jira's fields do not show the score yet; empty once they do. */
export function pendingSentence(pending: ScoreView['pending']): string {
  if (pending?.fields == null) return '';
  const { score } = pending.fields;
  const until = score === null ? '' : ` They still show a score of ${oneDecimal(score)}.`;
  return `Jira's fields are being updated.${until}`;
}

/** A fragment as a sentence: a capital first, a full stop last. */
export function asSentence(fragment: string): string {
  const text = fragment.trim();
  if (text === '') return '';
  return capital(text) + (/[.!?…]$/.test(text) ? '' : '.');
}

export function capital(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase('en') + text.slice(first.length);
}

/** What learning one missing input could do to the score, and whether it could change the band. */
export function effectSentence(missing: Missing, bands: Bands): string {
  const [low, high] = [headline(missing.low), headline(missing.high)];
  const [worst, best] = [bandOf(missing.low, bands), bandOf(missing.high, bands)];
  if (hasAged(missing)) {
    const still = `If it still holds, the score is up to ${high}`;
    return best === null ? `${still}.` : `${still}, which is “${best}”.`;
  }
  if (low === high) return `Learning it leaves the score at ${low}.`;
  const move = `Learning it could put the score anywhere from ${low} to ${high}`;
  if (worst === null || best === null) return `${move}.`;
  return worst === best
    ? `${move}; it stays “${best}” either way.`
    : `${move}, from “${worst}” to “${best}”.`;
}

/** One line of the rationale, in words. */
export function lineSentence(line: Line): string {
  const sources = line.from.map((source) => {
    const { key, text } = describeSource(source);
    return key === undefined ? text : `${key} ${text}`;
  });
  const from = sources.length === 0 ? '' : ` (${sources.join(', ')})`;
  return `${line.label}: ${signed(line.contribution)} points${from}.`;
}

/** The whole rationale as sentences, strongest line first: what a screen reader reads and a person may quote. */
export function rationale(view: ScoreView): readonly string[] {
  if (view.score === null && view.lane === 'declined')
    return [`${view.key} is declined: ${describeBecause(view.because)}.`];
  if (view.score === null)
    return [
      `${view.key} has no score yet.`,
      ...view.missing.map((m) => `${m.label} is unknown: ${describeWhy(m.why)}.`),
    ];
  const strongest = [...view.lines].sort(
    (a, b) => Math.abs(b.contribution) - Math.abs(a.contribution),
  );
  return [
    `${view.key} scores ${headline(view.score)} of 100${view.band === null ? '' : `: ${ATTENTION[view.band]}`}.`,
    `Its lane is ${view.lane}: ${describeBecause(view.because)}.`,
    ...(view.horizon === null
      ? []
      : [`Its time horizon is ${view.horizon}: ${describeBecause(view.horizonBecause)}.`]),
    ...strongest.map(lineSentence),
    `Together: ${strongest.map(({ contribution }) => signed(contribution)).join(' ')} = ${oneDecimal(view.score)}.`,
    `${rangeSentence(view)}.`,
    ...view.missing.map(
      (m) =>
        `${m.label} ${hasAged(m) ? 'has aged' : 'is unknown'}: ${describeWhy(m.why)}. ${effectSentence(m, view.bands)}`,
    ),
  ].map((sentence) => sentence.replace(/\.{2,}$/, '.'));
}
