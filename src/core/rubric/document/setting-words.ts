import { ownMember } from '../../terms/own-member';

/** How settings are called where a change of them is told; the key itself, in words, where nothing better is known. */
const words: Readonly<Record<string, string>> = {
  any: 'holds for',
  measure: 'raw number called',
  positive: 'above zero',
  k: 'how strongly it lowers (k)',
  e0: 'from which it lowers (e0)',
  default: 'assumed when nobody estimated',
  lambda: 'how much it lifts (λ)',
  top: 'most from the due date',
  full: 'complete at',
  none: 'starts at',
  half: 'half the points at',
  values: 'points for',
  below: 'points below the first step',
  workTypes: 'only of type',
  absence: 'what a blank means',
  assumed: 'points assumed while unknown',
  fades: 'fades with age',
  passedHalfLifeDays: 'days that halve a passed date',
  signal: 'signal',
  ifSiteHas: 'only where the site has the field',
  halfLifeDays: 'half-life in days',
  weights: 'weight of severity',
  severity: 'severity',
  slaBreached: 'passed agreement',
  members: 'segment of',
  segments: 'weight of segment',
  revenue: 'weight by revenue',
  least: 'weighs at least',
  most: 'weighs at most',
  canWait: 'can wait',
  mustShare: 'most effort for Must',
  expireAfterDays: 'days until votes expire',
  actionWeeks: 'weeks for actions',
  laneDays: 'days for a pinned lane',
  pointsDays: 'days for a moved score',
  declineDays: 'days declined',
  pauseDays: 'days paused',
  overCapDays: 'days for a hot fix beyond the cap',
  usualDays: 'days offered',
  evidenceMonths: 'months for resolved evidence',
  decisionMonths: 'months for the log of decisions',
};

const sections: Readonly<Record<string, string>> = {
  name: 'Name',
  method: 'Method',
  pillars: 'Pillar',
  criteria: 'Criterion',
  ageing: 'Ageing',
  effort: 'Effort',
  urgency: 'Urgency',
  evidence: 'Evidence',
  customers: 'Customers',
  followUps: 'Follow-ups',
  blockers: 'Blockers',
  bands: 'Bands',
  lanes: 'Lane rule',
  horizons: 'Horizon rule',
  votes: 'Votes',
  moscow: 'MoSCoW',
  capacity: 'Capacity',
  decisionRights: 'Decision rights',
  overrides: 'Limits of overrides',
  postMortem: 'Post-mortem',
  retention: 'Kept for',
};

export function sectionWord(key: string): string {
  return ownMember(sections, key) ?? spaced(key).replace(/^./u, (first) => first.toUpperCase());
}

/** Words that mean something else in one part of the document. */
const parts: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['capacity.', { least: 'at least', most: 'at most' }],
  ['ageing.', { least: 'always keeps' }],
  ['words.', { any: 'any of' }],
];

/** `path`: where the setting stands in the document, or the kind of what it is a part of and a dot. */
export function settingWord(key: string, path = ''): string {
  const within = parts.find(([part]) => path.startsWith(part))?.[1];
  return ownMember(within ?? {}, key) ?? ownMember(words, key) ?? spaced(key);
}

function spaced(key: string): string {
  return key.replace(
    /([a-z])([A-Z])/gu,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
}
