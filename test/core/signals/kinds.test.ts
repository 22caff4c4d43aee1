import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Criterion, Rubric } from '../../../src/core/rubric/schema/schema';
import { fieldsNeeded } from '../../../src/core/signals/fields-needed';
import { gatherSignals } from '../../../src/core/signals/gather';
import type { FieldInfo, IssueRecord } from '../../../src/core/issue/issue-record';
import { needsHistory, readingKey } from '../../../src/core/signals/reading-key';
import { aField, aLink, anIssue } from '../builders/an-issue';
import { readCardOf, type DescribedCard, type DescribedLine } from '../builders/described';
import { aRubric, signalsOf } from '../builders/signals-of';

const site: readonly FieldInfo[] = [
  aField('labels', 'Labels', 'array'),
  aField('components', 'Components', 'array'),
  aField('fixVersions', 'Fix versions', 'array'),
  aField('assignee', 'Assignee', 'user'),
  aField('customfield_1', 'Area', 'option-with-child'),
  aField('customfield_2', 'Teams', 'array'),
  aField('customfield_3', 'Sponsor', 'user'),
  aField('customfield_4', 'Reach'),
  aField(
    'customfield_5',
    'Time to resolution',
    'sd-servicelevelagreement',
    'com.atlassian.servicedesk:sd-sla-field',
  ),
  aField('customfield_6', 'Sprint', 'array', 'com.pyxis.greenhopper.jira:gh-sprint'),
  aField('customfield_7', 'Launch', 'date'),
];
const linear = {
  kind: 'linear',
  direction: 'rising',
  from: { x: 0, points: 0 },
  to: { x: 100, points: 100 },
} as const;
const ramp = { kind: 'dateRamp', full: 0, none: 10 } as const;
const table = (values: Readonly<Record<string, number>>) =>
  ({ kind: 'table', values, blank: [] }) as const;

function alone(
  signal: Criterion['signal'],
  curve: Criterion['curve'] = linear,
  given: Partial<Criterion> = {},
): Rubric {
  return aRubric({
    criteria: [
      {
        id: 'only',
        pillar: 'business-value',
        label: 'Only',
        signal,
        curve,
        weight: 1,
        absence: 'unknown',
        ifSiteHas: false,
        ...given,
      },
    ],
  });
}
function judged(
  rubric: Rubric,
  issue: Partial<IssueRecord>,
  linked: readonly IssueRecord[] = [],
  fields = site,
): DescribedCard {
  return readCardOf(
    gatherSignals({
      issue: anIssue(issue),
      linked: new Map(linked.map((other) => [other.key, other])),
      rubric,
      fields,
    }),
    rubric,
  );
}
const lineOf = (...given: Parameters<typeof judged>): DescribedLine | undefined =>
  judged(...given).lines.find(({ id }) => id === 'only');
const whyMissing = (...given: Parameters<typeof judged>): string | undefined =>
  judged(...given).missing.find(({ id }) => id === 'only')?.why;

describe('every signal gives its points with where they come from', () => {
  const ticket = anIssue({ key: 'SUP-1', type: { name: 'Support request', level: 0 } });
  const twin = anIssue({ key: 'PRO-7' });
  const breaching = (breachTime: string, more = {}) => ({
    customfield_5: {
      ongoingCycle: {
        breached: false,
        paused: false,
        breachTime: { iso8601: breachTime },
        ...more,
      },
    },
  });

  it.each<[string, Rubric, Partial<IssueRecord>, readonly IssueRecord[], Partial<DescribedLine>]>([
    [
      'priority',
      alone({ kind: 'priority' }, table({ Medium: 40 })),
      {},
      [],
      { value: 'Medium', points: 40, from: [{ text: 'field "Priority"' }] },
    ],
    [
      'work type',
      alone({ kind: 'workType' }, table({ Story: 30 })),
      {},
      [],
      { value: 'Story', points: 30, from: [{ text: 'field "Work type"' }] },
    ],
    [
      'a cascading option, whole',
      alone({ kind: 'option', fields: ['Area'] }, table({ Hardware: 10, 'Hardware - Screen': 70 })),
      { fields: { customfield_1: { value: 'Hardware', child: { value: 'Screen' } } } },
      [],
      { value: 'Hardware - Screen', points: 70, from: [{ text: 'field "Area"' }] },
    ],
    [
      'a cascading option, by its first part',
      alone({ kind: 'option', fields: ['Area'] }, table({ Hardware: 10 })),
      { fields: { customfield_1: { value: 'Hardware', child: { value: 'Case' } } } },
      [],
      { value: 'Hardware', points: 10 },
    ],
    [
      'several options, by the highest',
      alone({ kind: 'option', fields: ['Teams'] }, table({ Red: 10, Blue: 60 })),
      { fields: { customfield_2: [{ value: 'Blue' }, { value: 'Red' }, { value: 'Else' }] } },
      [],
      { value: 'Blue, Red', points: 60 },
    ],
    [
      'labels',
      alone({ kind: 'option', fields: ['labels'] }, table({ strategic: 90 })),
      { labels: ['x', 'Strategic'] },
      [],
      { value: 'strategic', points: 90, from: [{ text: 'field "Labels"' }] },
    ],
    [
      'components',
      alone({ kind: 'option', fields: ['Components'] }, table({ Checkout: 80 })),
      { components: ['Checkout'] },
      [],
      { points: 80 },
    ],
    [
      'versions',
      alone({ kind: 'option', fields: ['fixVersions'] }, table({ '2.0': 50 })),
      { fixVersions: [{ name: '2.0', released: false }] },
      [],
      { points: 50 },
    ],
    [
      'a name by the points for all others',
      alone({ kind: 'option', fields: ['labels'] }, { ...table({ strategic: 90 }), otherwise: 20 }),
      { labels: ['x'] },
      [],
      { value: 'another', points: 20 },
    ],
    [
      'a person',
      alone({ kind: 'user', fields: ['Sponsor'] }, table({ 'acc-1': 70 })),
      { fields: { customfield_3: { accountId: 'acc-1', displayName: 'Ann' } } },
      [],
      { value: 'a person in the table', points: 70, from: [{ text: 'field "Sponsor"' }] },
    ],
    [
      'the assignee',
      alone({ kind: 'user', fields: ['assignee'] }, table({ 'acc-1': 70 })),
      { assignee: 'acc-1' },
      [],
      { points: 70 },
    ],
    [
      'a count of values',
      alone({ kind: 'count', fields: ['Teams'] }),
      { fields: { customfield_2: [{ value: 'a' }, { value: 'b' }] } },
      [],
      { value: 2, points: 2, from: [{ text: 'field "Teams"' }] },
    ],
    [
      'a filled field',
      alone({ kind: 'filled', fields: ['Sponsor'] }),
      { fields: { customfield_3: { accountId: 'acc-1' } } },
      [],
      { value: 1, points: 1 },
    ],
    [
      'the sprint',
      alone({ kind: 'sprint' }, table({ active: 100, future: 50 })),
      { fields: { customfield_6: [{ state: 'closed' }, { state: 'future' }] } },
      [],
      { value: 'future', points: 50, from: [{ text: 'field "Sprint"' }] },
    ],
    [
      'comments',
      alone({ kind: 'comments' }),
      { comments: 12 },
      [],
      { value: 12, points: 12, from: [{ text: 'field "Comment"' }] },
    ],
    [
      'reopenings',
      alone({ kind: 'reopened' }),
      { history: { statusSince: null, reopened: 3 } },
      [],
      { value: 3, points: 3, from: [{ text: 'history of changes' }] },
    ],
    [
      'age',
      alone({ kind: 'age' }),
      { created: '2026-11-10T09:00:00.000+0000' },
      [],
      { value: '10 days', points: 10, from: [{ text: 'field "Created"', at: '2026-11-10' }] },
    ],
    [
      'time in status',
      alone({ kind: 'timeInStatus' }),
      { history: { statusSince: '2026-11-15T23:30:00.000-0500', reopened: 0 } },
      [],
      { value: '4 days', points: 4, from: [{ text: 'history of changes', at: '2026-11-16' }] },
    ],
    [
      'time in a status that never changed',
      alone({ kind: 'timeInStatus' }),
      { created: '2026-11-01T09:00:00.000+0000', history: { statusSince: null, reopened: 0 } },
      [],
      { value: '19 days' },
    ],
    [
      'an agreement that runs',
      alone({ kind: 'sla' }, ramp),
      { fields: breaching('2026-11-25T10:00:00+0000') },
      [],
      {
        value: '5 days left',
        points: 50,
        from: [{ text: 'field "Time to resolution"', at: '2026-11-25' }],
      },
    ],
    [
      'an agreement that is breached',
      alone({ kind: 'sla' }, ramp),
      { fields: breaching('2026-11-17T10:00:00+0000', { breached: true }) },
      [],
      { value: 'passed 3 days ago', points: 100 },
    ],
    [
      'tickets, each once',
      alone({ kind: 'tickets' }, linear, { absence: 'zero' }),
      { links: [aLink({ to: ticket })] },
      [{ ...ticket, fields: { customfield_4: [{ name: 'Acme' }, { name: 'Globex' }] } }],
      {
        value: '1 support ticket',
        points: 1,
        from: [{ text: 'support ticket, open', key: 'SUP-1', at: '2026-01-10' }],
      },
    ],
    [
      'duplicates',
      alone({ kind: 'duplicates' }, linear, { absence: 'zero' }),
      { links: [aLink({ to: twin, phrase: 'is duplicated by', direction: 'inward' })] },
      [twin],
      { value: '1 duplicate', points: 1 },
    ],
    [
      'blockers',
      alone({ kind: 'blockedBy' }, linear, { absence: 'zero' }),
      { links: [aLink({ to: twin, phrase: 'is blocked by', direction: 'inward' })] },
      [],
      { value: 'blocked by 1 issue', from: [{ text: 'blocks this issue', key: 'PRO-7' }] },
    ],
    [
      'nothing linked',
      alone({ kind: 'duplicates' }, linear, { absence: 'zero' }),
      {},
      [],
      { value: 0, points: 0, from: [{ text: 'no duplicate is linked' }] },
    ],
    [
      'a blank that means zero',
      alone({ kind: 'number', fields: ['Reach'] }, linear, { absence: 'zero' }),
      {},
      [],
      { value: 0, points: 0, from: [{ text: 'field "Reach" is empty' }] },
    ],
    [
      'votes and watchers',
      alone({ kind: 'interest', watcher: 0.5 }),
      { votes: 4, watchers: 2 },
      [],
      {
        value: '4 votes, 2 watchers',
        points: 5,
        from: [{ text: 'field "Votes"' }, { text: 'field "Watchers"' }],
      },
    ],
  ])('%s', (_, rubric, issue, linked, line) => {
    expect(lineOf(rubric, issue, linked)).toMatchObject(line);
  });
});

describe('links in words of the rubric', () => {
  const regressions = (phrases = ['is caused by', 'IS BROKEN BY ']) =>
    alone({ kind: 'links', phrases }, linear, { absence: 'zero', label: 'Regressions' });
  const [cause, other] = [
    anIssue({ key: 'PRO-7' }),
    anIssue({ key: 'PRO-3', status: { name: 'Done', category: 'done' } }),
  ];
  const issue = {
    links: [
      aLink({ to: cause, type: 'Problem', phrase: 'is caused by' }),
      aLink({ to: cause, type: 'Breakage', phrase: 'is broken by' }),
      aLink({ to: other, type: 'Breakage', phrase: 'is broken by' }),
      aLink({ to: anIssue({ key: 'PRO-9' }), phrase: 'causes' }),
    ],
  };

  it('count each issue once, open or not, and name it', () => {
    expect(lineOf(regressions(), issue)).toMatchObject({
      value: '2 linked issues',
      points: 2,
      from: [
        { text: 'linked to this issue', key: 'PRO-3' },
        { text: 'linked to this issue', key: 'PRO-7' },
      ],
    });
    expect(judged(regressions(), issue).reasons).toContain('regressions 2 linked issues');
  });

  it('are zero where there is none, and another list is another question', () => {
    expect(lineOf(regressions(['is delayed by']), issue)).toMatchObject({
      value: 0,
      points: 0,
      from: [{ text: 'no issue is linked in these words' }],
    });
    expect(readingKey({ kind: 'links', phrases: ['b', 'A'] })).toBe(
      readingKey({ kind: 'links', phrases: ['a ', 'B'] }),
    );
  });

  it('are unknown, not zero, until they were read', () => {
    const { readings, ...rest } = signalsOf();
    const card = readCardOf({ ...rest, readings: {} }, regressions());
    expect([Object.keys(readings).length > 0, card.missing[0]?.why]).toEqual([
      true,
      'not read since the rubric asks for it',
    ]);
  });
});

describe('an issue that nobody touches', () => {
  const quiet = alone({ kind: 'quiet' });
  const touched = (day?: string) => signalsOf({ issue: day === undefined ? {} : { touched: day } });

  it('is quiet for the days since its last change, and not less than none', () => {
    expect(readCardOf(touched('2026-11-10'), quiet).lines[0]).toMatchObject({
      value: '10 days',
      points: 10,
      from: [{ text: 'field "Updated"', at: '2026-11-10' }],
    });
    expect(readCardOf(touched('2026-11-25'), quiet).lines[0]).toMatchObject({ value: '0 days' });
  });

  it('is unknown while its last change was not kept', () => {
    expect(readCardOf(touched(), quiet).missing[0]?.why).toBe(
      'not read since the rubric asks for it',
    );
  });
});

describe('what cannot be read is unknown and says why, never zero', () => {
  it.each<[string, Rubric, Partial<IssueRecord>, readonly FieldInfo[], string]>([
    [
      'a field that was deleted or renamed',
      alone({ kind: 'number', fields: ['Reach'] }, linear, { absence: 'zero' }),
      {},
      [],
      'this site has no field "Reach"',
    ],
    [
      'a field named by an id that is gone',
      alone({ kind: 'number', fields: ['customfield_99'] }, linear, { absence: 'zero' }),
      {},
      site,
      'this site has no field "customfield_99"',
    ],
    [
      'a field that became text',
      alone({ kind: 'number', fields: ['Reach'] }, linear, { absence: 'zero' }),
      { fields: { customfield_4: 'lots' } },
      site,
      '"Reach" holds text, not a number',
    ],
    [
      'a field that became text, though it is empty here',
      alone({ kind: 'number', fields: ['Reach'] }, linear, { absence: 'zero' }),
      {},
      [aField('customfield_4', 'Reach', 'string')],
      '"Reach" is a text field, and the rubric reads it as a number',
    ],
    [
      'a date that became a choice',
      alone({ kind: 'date', fields: ['Launch'] }, ramp, { absence: 'zero' }),
      {},
      [aField('customfield_7', 'Launch', 'option')],
      '"Launch" is a choice field, and the rubric reads it as a date',
    ],
    [
      'a person that became text',
      alone({ kind: 'user', fields: ['Sponsor'] }, table({ a: 1 }), { absence: 'zero' }),
      { fields: { customfield_3: 'Ann' } },
      site,
      '"Sponsor" holds text, not a person',
    ],
    [
      'a history that was not read',
      alone({ kind: 'reopened' }, linear, { absence: 'zero' }),
      {},
      site,
      'its history could not be read',
    ],
    [
      'comments that were not read',
      alone({ kind: 'comments' }, linear, { absence: 'zero' }),
      {},
      site,
      'this site has no field "Comment"',
    ],
    [
      'an agreement without a time',
      alone({ kind: 'sla' }, ramp),
      { fields: { customfield_5: { ongoingCycle: { breached: false } } } },
      site,
      '"Time to resolution" does not say when its time is up',
    ],
    [
      'an option that nobody listed',
      alone({ kind: 'option', fields: ['Area'] }, table({ a: 1 })),
      { fields: { customfield_1: { value: 'b' } } },
      site,
      '"b" is not in the rubric\'s table',
    ],
  ])('%s', (_, rubric, issue, fields, why) => {
    expect(whyMissing(rubric, issue, [], fields)).toBe(why);
    expect(lineOf(rubric, issue, [], fields)).toBeUndefined();
  });

  it('stays known under a new name where the rubric names the field by its id', () => {
    const renamed = [aField('customfield_4', 'People reached')];
    expect(
      lineOf(
        alone({ kind: 'number', fields: ['customfield_4'] }),
        { fields: { customfield_4: 7 } },
        [],
        renamed,
      ),
    ).toMatchObject({ value: 7, from: [{ text: 'field "People reached"' }] });
  });

  it("counts a paused agreement as nobody's hurry", () => {
    const paused = {
      customfield_5: {
        ongoingCycle: {
          breached: false,
          paused: true,
          breachTime: { iso8601: '2026-11-21T10:00:00+0000' },
        },
      },
    };
    expect(whyMissing(alone({ kind: 'sla' }, ramp), { fields: paused })).toBe(
      'its agreement is paused',
    );
    expect(
      lineOf(alone({ kind: 'sla' }, ramp, { absence: 'zero' }), { fields: paused }),
    ).toMatchObject({ points: 0, from: [{ text: 'its agreement is paused' }] });
    expect(whyMissing(alone({ kind: 'sla' }, ramp), {})).toBe('no agreement runs');
  });
});

describe('an issue whose own agreement is breached', () => {
  const late = { fields: { customfield_5: { ongoingCycle: { breached: true } } } };
  it('is urgent and a hot fix, and says so', () => {
    const card = judged(defaultRubric, late);
    expect([card.lane, card.because]).toEqual(['hot fix', 'its own agreed time has passed']);
    expect(card.lines.find(({ id }) => id === 'urgency')).toMatchObject({
      value: 'its own agreed time passed',
      from: [{ text: 'service agreement' }],
    });
  });
});

describe('what is asked of Jira', () => {
  it('is comments and history only where a criterion counts them', () => {
    expect(fieldsNeeded(defaultRubric, site)).not.toContain('comment');
    expect(fieldsNeeded(alone({ kind: 'comments' }), site)).toContain('comment');
    expect([
      needsHistory(defaultRubric),
      needsHistory(alone({ kind: 'reopened' })),
      needsHistory(alone({ kind: 'timeInStatus' })),
    ]).toEqual([false, true, true]);
  });

  it('is kept small: under the default rubric an ordinary issue takes at most 650 bytes', () => {
    const fields = [
      aField('customfield_1', 'Story Points'),
      aField('votes', 'Votes', 'votes'),
      aField('watches', 'Watchers', 'watches'),
    ];
    const issue = anIssue({ id: '10001', votes: 3, watchers: 12, fields: { customfield_1: 5 } });
    expect(
      JSON.stringify(gatherSignals({ issue, linked: new Map(), rubric: defaultRubric, fields }))
        .length,
    ).toBeLessThanOrEqual(650);
  });
});
