import type { Rubric } from '../rubric/schema/schema';
import { listed } from '../signals/linked';
import { dependence, saysIsDuplicated } from './detect-words';

/** A type of link: how its two ends word it. */
export interface LinkWords {
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

export interface DetectedLink {
  readonly setting: 'blockers.phrases' | 'blockers.blockedByPhrases';
  readonly name: string;
  readonly why: string;
}

export interface LinkProposal {
  /** What to put into the rubric's blockers: what they hold already, and what was detected. */
  readonly blockers: Rubric['blockers'];
  readonly detected: readonly DetectedLink[];
  /** Phrases of the site by which an issue says that another broke it or was broken by it: for a criterion that counts links. */
  readonly regressions: readonly string[];
}

type Setting = DetectedLink['setting'];

/** Proposes by which links of this site one issue waits for another, and which tell of regressions. */
export function detectLinks(
  linkTypes: readonly LinkWords[],
  now: Rubric['blockers'],
): LinkProposal {
  const all = linkTypes.flatMap(sidesOf);
  const detected = all.filter(
    ({ name }, at) =>
      !listed([...now.phrases, ...now.blockedByPhrases], name) &&
      all.findIndex((one) => listed([one.name], name)) === at,
  );
  const added = (setting: Setting): readonly string[] =>
    detected.filter((one) => one.setting === setting).map(({ name }) => name);
  return {
    blockers: {
      phrases: [...now.phrases, ...added('blockers.phrases')],
      blockedByPhrases: [...now.blockedByPhrases, ...added('blockers.blockedByPhrases')],
    },
    detected,
    regressions: [
      ...new Set(
        linkTypes
          .flatMap(({ inward, outward }) => [inward, outward])
          .filter((phrase) => dependence.regression.test(phrase.trim())),
      ),
    ],
  };
}

/** Where one end says what it is, the other is the opposite; a type whose ends say the same, or contradict each other, tells no direction. */
function sidesOf({ name, inward, outward }: LinkWords): readonly DetectedLink[] {
  if (listed([inward], outward)) return [];
  const [one, other] = [sideOf(inward), sideOf(outward)];
  if (one === other) return [];
  const first = one ?? opposite[other ?? 'blockers.phrases'];
  return [
    { setting: first, name: inward, why: reason(first, name) },
    { setting: opposite[first], name: outward, why: reason(opposite[first], name) },
  ];
}

const opposite: Readonly<Record<Setting, Setting>> = {
  'blockers.phrases': 'blockers.blockedByPhrases',
  'blockers.blockedByPhrases': 'blockers.phrases',
};

function reason(setting: Setting, type: string): string {
  return `links of the type “${type}” say so of an issue that ${setting === 'blockers.phrases' ? 'another waits for' : 'waits for another'}`;
}

function sideOf(phrase: string): Setting | null {
  const said = phrase.trim();
  if (saysIsDuplicated(said)) return null;
  if (dependence.awaited.test(said)) return 'blockers.phrases';
  return dependence.waiting.test(said) ? 'blockers.blockedByPhrases' : null;
}
