import {
  listAt,
  numberAt,
  readAt,
  recordAt,
  textAt,
  type RubricDocument,
} from '../../draft/document-path';
import { count } from '../../../../shared/text/format-number';
import type { Setting } from '../fields/setting';

const points = { unit: 'points', min: 0, max: 100 } as const;

export const bandSettings: readonly Setting[] = [
  { kind: 'number', path: ['bands', 'immediate'], label: 'Immediate from', ...points },
  { kind: 'number', path: ['bands', 'soon'], label: 'Soon from', ...points },
  {
    kind: 'number',
    path: ['bands', 'canWait'],
    label: 'Can wait from',
    help: 'Below: consider declining.',
    ...points,
  },
];

export function bandText(document: RubricDocument): string {
  const at = (key: string): string => String(numberAt(document, ['bands', key]) ?? '…');
  return `Immediate from ${at('immediate')}, soon from ${at('soon')}, can wait from ${at('canWait')}; below, consider declining.`;
}

const counted = [
  { value: 'effort', label: 'Effort' },
  { value: 'issues', label: 'Issues' },
] as const;
const days = { unit: 'business days', min: 0, max: 365, step: 1 } as const;

export const capacitySettings: readonly Setting[] = [
  { kind: 'choice', path: ['capacity', 'count'], label: 'Counted by', options: counted },
  {
    kind: 'share',
    path: ['capacity', 'scopeCreep'],
    label: 'Scope creep is effort grown by more than',
    help: 'After the team committed to it.',
  },
  {
    kind: 'heading',
    label: 'Due date of a hot fix',
    help: 'By the severity of its worst open incident. Weekends and holidays do not count.',
  },
  ...[1, 2, 3, 4, 5].map((severity): Setting => ({
    kind: 'number',
    path: ['capacity', 'dueDays', String(severity)],
    label: `SEV${severity}`,
    ...days,
  })),
  { kind: 'number', path: ['capacity', 'dueDays', 'other'], label: 'Without an incident', ...days },
];

export function capacityText(document: RubricDocument): string {
  const lanes = Object.entries(recordAt(document, ['capacity', 'lanes'])).flatMap(
    ([lane, share]) => {
      const [least, most] = [numberAt(share, ['least']) ?? 0, numberAt(share, ['most']) ?? 1];
      if (least > 0) return [`${lane} at least ${Math.round(least * 100)} %`];
      return most < 1 ? [`${lane} at most ${Math.round(most * 100)} %`] : [];
    },
  );
  const shares = lanes.length === 0 ? 'No lane is limited' : lanes.join(', ');
  return `${shares[0]?.toUpperCase() ?? ''}${shares.slice(1)}. A SEV1 hot fix is due in ${count(numberAt(document, ['capacity', 'dueDays', '1']) ?? 0, 'business day')}.`;
}

export const voteSettings: readonly Setting[] = [
  {
    kind: 'choice',
    path: ['votes', 'combine'],
    label: 'Several ratings become one by',
    options: [
      { value: 'median', label: 'the middle one' },
      { value: 'mean', label: 'their mean' },
    ],
  },
  {
    kind: 'number',
    path: ['votes', 'expireAfterDays'],
    label: 'A rating counts for',
    help: 'Empty: for ever.',
    unit: 'days',
    min: 1,
    max: 3650,
    step: 1,
    empty: 'ever',
  },
  {
    kind: 'share',
    path: ['votes', 'strongDisagreement'],
    label: 'People disagree strongly from',
    help: 'Share of the scale between the lowest and the highest: the range then stays open.',
  },
  {
    kind: 'switch',
    path: ['votes', 'hiddenUntilVoted'],
    label: 'Hide others’ ratings until one has rated',
  },
];

export function voteText(document: RubricDocument): string {
  const expiry = numberAt(document, ['votes', 'expireAfterDays']);
  return `By the ${textAt(document, ['votes', 'combine']) === 'mean' ? 'mean' : 'middle rating'}; ${expiry === null ? 'ratings never expire' : `a rating counts for ${expiry} days`}.`;
}

export function moscowSettings(document: RubricDocument): readonly Setting[] {
  const fromField = textAt(document, ['moscow', 'source', 'from']) === 'field';
  const names = (key: string, label: string): Setting => ({
    kind: 'names',
    path: ['moscow', 'source', 'names', key],
    label,
  });
  return [
    ...(fromField
      ? [
          {
            kind: 'names',
            from: 'fields',
            path: ['moscow', 'source', 'fields'],
            label: 'Fields',
          } as const,
          names('must', 'Choices that mean Must'),
          names('should', 'Should'),
          names('could', 'Could'),
          names('wont', 'Won’t'),
        ]
      : []),
    {
      kind: 'number',
      path: ['moscow', 'capacity'],
      label: 'Capacity',
      help: 'What no longer fits waits. Empty: no limit.',
      unit: textAt(document, ['effort', 'unit']),
      min: 0,
      empty: 'no limit',
    },
    {
      kind: 'share',
      path: ['moscow', 'mustShare'],
      label: 'Most effort for Must',
      help: 'So that there is room for surprises.',
    },
  ];
}

export function moscowText(document: RubricDocument): string {
  const from =
    textAt(document, ['moscow', 'source', 'from']) === 'field'
      ? 'From a field'
      : 'From the attention bands';
  return `${from}; Musts take at most ${Math.round((numberAt(document, ['moscow', 'mustShare']) ?? 0) * 100)} % of the effort.`;
}

export function postMortemText(document: RubricDocument): string {
  const due = Object.keys(recordAt(document, ['postMortem', 'due']))
    .map((severity) => `SEV${severity}`)
    .join(' and ');
  return `${count(listAt(document, ['postMortem', 'checklist']).length, 'item')} on the checklist; asked for after ${due === '' ? 'no incident' : due}.`;
}

export function holidayText(document: RubricDocument): string {
  const holidays = listAt(document, ['calendar', 'holidays']).length;
  return holidays === 0 ? 'Weekends only.' : `Weekends and ${count(holidays, 'holiday')}.`;
}

export function overrideText(document: RubricDocument): string {
  const lane = numberAt(document, ['overrides', 'laneDays']);
  const most = numberAt(document, ['overrides', 'points']);
  return readAt(document, ['overrides']) === undefined
    ? ''
    : `A pinned lane holds at most ${lane ?? '…'} days; a score may be moved by ${most ?? '…'} points.`;
}

export const overrideSettings: readonly Setting[] = [
  ...(
    [
      ['laneDays', 'A pinned lane'],
      ['pointsDays', 'A moved score'],
      ['declineDays', 'A decline'],
      ['pauseDays', 'A pause'],
      ['overCapDays', 'A hot fix over the capacity'],
    ] as const
  ).map(([key, label]): Setting => ({
    kind: 'number',
    path: ['overrides', key],
    label: `${label} holds at most`,
    unit: 'days',
    min: 1,
    max: 366,
    step: 1,
  })),
  {
    kind: 'number',
    path: ['overrides', 'usualDays'],
    label: 'Usually',
    help: 'What is offered at first, and what a rule gets that names no end.',
    unit: 'days',
    min: 1,
    max: 366,
    step: 1,
  },
  {
    kind: 'number',
    path: ['overrides', 'points'],
    label: 'A score may be moved by at most',
    unit: 'points',
    min: 0,
    max: 100,
  },
];

export const vocabularySettings: readonly Setting[] = [
  {
    kind: 'heading',
    label: 'What the team means by them',
    help: 'In your own words; shown wherever lanes are.',
  },
  {
    kind: 'text',
    path: ['vocabulary', 'hot fix'],
    label: 'A critical fix is',
    max: 500,
    lines: 2,
    placeholder: 'For example: something that stops a paying customer from working, now.',
  },
  {
    kind: 'text',
    path: ['vocabulary', 'strategic bet'],
    label: 'A strategic bet is',
    max: 500,
    lines: 2,
    placeholder: 'For example: work towards a goal of this year whose outcome we will measure.',
  },
  {
    kind: 'text',
    path: ['vocabulary', 'stability'],
    label: 'Stability work is',
    max: 500,
    lines: 2,
  },
  {
    kind: 'text',
    path: ['vocabulary', 'feature improvement'],
    label: 'A feature improvement is',
    max: 500,
    lines: 2,
  },
];
