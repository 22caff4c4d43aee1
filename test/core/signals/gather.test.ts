import fc from 'fast-check';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { fieldsNeeded } from '../../../src/core/signals/fields-needed';
import { gatherSignals } from '../../../src/core/signals/gather';
import type { FieldInfo, IssueRecord } from '../../../src/core/issue/issue-record';
import { linkedWorthReading } from '../../../src/core/signals/speaking-links';
import { readingKey } from '../../../src/core/signals/reading-key';
import type { Signals } from '../../../src/core/signals/signal';
import { runs } from '../arbitrary/runs';
import { aField, aLink, anIssue, blocking, status } from '../builders/an-issue';
import { aRubric, cardOf } from '../builders/signals-of';

const site: readonly FieldInfo[] = [
  aField('customfield_1', 'Story Points'),
  aField('customfield_2', 'Business value'),
  aField('customfield_3', 'Severity', 'option'),
  aField('customfield_4', 'Organizations', 'array'),
  aField('customfield_5', 'Time to resolution', 'any', 'com.atlassian.servicedesk:sd-sla-field'),
  aField('customfield_6', 'Sprint', 'array', 'com.pyxis.greenhopper.jira:gh-sprint'),
  aField('timeoriginalestimate', 'Original estimate'),
];

const incident = anIssue({
  key: 'INC-1',
  type: { name: 'Incident', level: 0 },
  priority: 'Low',
  created: '2026-02-01T23:30:00.000-0500',
  fields: { customfield_3: { value: 'SEV1' } },
});
const ticket = anIssue({
  key: 'SUP-1',
  type: { name: 'Support request', level: 0 },
  reporter: { id: 'carl', name: 'Carl' },
});
const twin = anIssue({
  key: 'PRO-7',
  status: status('done'),
  resolved: '2026-03-03T10:00:00.000+0000',
  reporter: { id: 'dora', name: 'Dora' },
});
const plain = anIssue({ key: 'PRO-8' });

function gathered(
  issue: IssueRecord,
  linked: readonly IssueRecord[] = [],
  rubric: Rubric = defaultRubric,
  fields = site,
): Signals {
  return gatherSignals({
    issue,
    linked: new Map(linked.map((other) => [other.key, other])),
    rubric,
    fields,
  });
}
const linkedTo = (...others: readonly IssueRecord[]) =>
  anIssue({ links: others.map((to) => aLink({ to })) });

describe('what is read of linked issues', () => {
  it('is the incidents, the support requests and the duplicates, each once', () => {
    const issue = anIssue({
      links: [
        ...[incident, ticket, plain, incident].map((to) => aLink({ to })),
        aLink({ to: twin, type: 'Duplicate', phrase: 'is duplicated by', direction: 'inward' }),
      ],
    });
    expect(linkedWorthReading(issue, defaultRubric)).toEqual(['INC-1', 'SUP-1', 'PRO-7']);
  });

  it('is also what lies in a support project, whatever its type', () => {
    const parsed = parseRubric({ evidence: { support: { projects: ['pro'] } } });
    expect(parsed.ok && linkedWorthReading(linkedTo(plain), parsed.rubric)).toEqual(['PRO-8']);
  });

  it('is nothing for a duplicate seen from the other side', () => {
    expect(
      linkedWorthReading(
        anIssue({ links: [aLink({ to: twin, type: 'Duplicate', phrase: 'duplicates' })] }),
        defaultRubric,
      ),
    ).toEqual([]);
  });

  it('may be narrowed to certain links', () => {
    const rubric = aRubric({
      evidence: {
        ...defaultRubric.evidence,
        incidents: { ...defaultRubric.evidence.incidents, linkTypes: ['Problem/Incident'] },
      },
    });
    expect(linkedWorthReading(linkedTo(incident), rubric)).toEqual([]);
    expect(
      linkedWorthReading(
        anIssue({ links: [aLink({ to: incident, type: 'problem/incident' })] }),
        rubric,
      ),
    ).toEqual(['INC-1']);
  });
});

describe('evidence', () => {
  it('is an incident with its severity by field before priority, from the day it was raised in UTC', () => {
    expect(gathered(linkedTo(incident), [incident]).evidence).toEqual([
      { kind: 'incident', id: 'INC-1', key: 'INC-1', open: true, at: '2026-02-02', severity: 1 },
    ]);
  });

  it('takes the severity from the priority where no field tells', () => {
    const quiet = { ...incident, fields: {} };
    expect(gathered(linkedTo(quiet), [quiet]).evidence[0]?.severity).toBe(4);
    const silent = {
      ...incident,
      fields: { customfield_3: { value: 'who knows' } },
      priority: null,
    };
    expect(gathered(linkedTo(silent), [silent]).evidence[0]).not.toHaveProperty('severity');
  });

  it('is a ticket of every organisation it names, or of its reporter', () => {
    expect(gathered(linkedTo(ticket), [ticket]).evidence).toMatchObject([
      { kind: 'support', customer: 'carl' },
    ]);
    const shared = {
      ...ticket,
      fields: {
        customfield_4: [
          { id: 1, name: 'Globex' },
          { id: 2, name: 'Acme' },
          { id: 3, name: 'acme' },
        ],
      },
    };
    expect(
      gathered(linkedTo(shared), [shared]).evidence.map(({ id, customer }) => [id, customer]),
    ).toEqual(
      [
        ['SUP-1', 'acme'],
        ['SUP-1', 'Globex'],
      ].sort(),
    );
  });

  it('is a report for each duplicate, from the day it was closed', () => {
    const issue = anIssue({
      links: [aLink({ to: twin, phrase: 'is duplicated by', direction: 'inward' })],
    });
    expect(gathered(issue, [twin]).evidence).toEqual([
      {
        kind: 'report',
        person: true,
        id: 'PRO-7',
        key: 'PRO-7',
        open: false,
        at: '2026-03-03',
        customer: 'dora',
      },
    ]);
  });

  it('is past its agreed time only while the running cycle is breached and the ticket open', () => {
    const late = {
      ...ticket,
      fields: { customfield_5: { ongoingCycle: { breached: true }, completedCycles: [] } },
    };
    expect(gathered(linkedTo(late), [late]).evidence).toMatchObject([{ slaBreached: true }]);
    const closed = { ...late, status: status('done') };
    const met = { ...ticket, fields: { customfield_5: { completedCycles: [{ breached: true }] } } };
    for (const other of [closed, met])
      expect(gathered(linkedTo(other), [other]).evidence[0]).not.toHaveProperty('slaBreached');
  });

  it('still counts by what the link shows when the other issue may not be read', () => {
    expect(gathered(linkedTo(incident)).evidence).toEqual([
      { kind: 'incident', id: 'INC-1', key: 'INC-1', open: true, at: '2026-01-10', severity: 4 },
    ]);
  });

  it('does not depend on the order of links, nor on issues that are not linked', () => {
    const issue = linkedTo(ticket, incident, plain);
    const turned = { ...issue, links: issue.links.toReversed() };
    expect(gathered(turned, [incident, ticket])).toEqual(gathered(issue, [ticket, incident, twin]));
  });
});

describe('readings of fields', () => {
  const read = (fields: Readonly<Record<string, unknown>>, key: string, known = site) =>
    gathered(anIssue({ fields }), [], defaultRubric, known).readings[key];
  const named = (...fields: readonly string[]) => readingKey({ kind: 'number', fields });
  const value = named('Business value', 'Business Value Score', 'User-business value');
  const affected = named(
    'Affected customers',
    'Customers affected',
    'Number of customers',
    'Reach',
  );
  const points = named('Story Points', 'Story point estimate');
  const goals = readingKey({
    kind: 'filled',
    fields: ['Goals', 'Goal', 'Objective', 'OKR', 'Key result', 'Strategic goal'],
  });

  it('tell known, empty, absent and unreadable apart', () => {
    expect(read({ customfield_2: 0 }, value)).toEqual({
      state: 'known',
      value: 0,
      field: 'Business value',
    });
    expect(read({ customfield_2: null }, value)).toEqual({ state: 'empty' });
    expect(read({}, affected)).toBeUndefined();
    expect(gathered(anIssue()).absent).toEqual(['votes', 'watchers', affected, goals]);
    expect(read({ customfield_2: 'lots' }, value)).toEqual({
      state: 'unknown',
      why: '"Business value" holds text, not a number',
    });
  });

  it('take the first of several fields that is filled', () => {
    const both = [aField('customfield_8', 'Story point estimate'), ...site];
    expect(read({ customfield_1: null, customfield_8: 5 }, points, both)).toEqual({
      state: 'known',
      value: 5,
      field: 'Story point estimate',
    });
    expect(read({ customfield_1: 3, customfield_8: 5 }, points, both)).toEqual({
      state: 'known',
      value: 3,
      field: 'Story Points',
    });
    expect(read({ customfield_1: 'S', customfield_8: null }, points, both)).toMatchObject({
      state: 'unknown',
    });
  });

  it('survive whatever a site keeps in its fields', () => {
    const anyFields = fc.dictionary(
      fc.constantFrom(...site.map(({ id }) => id), '__proto__', 'constructor'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(anyFields, anyFields, (own, theirs) => {
        const others = [incident, ticket].map((other) => ({ ...other, fields: theirs }));
        const card = cardOf(gathered({ ...linkedTo(...others), fields: own }, others));
        expect(card.score).not.toBeNull();
        expect(card.lines.reduce((sum, line) => sum + Math.round(line.contribution * 10), 0)).toBe(
          Math.round((card.score ?? 0) * 10),
        );
      }),
      runs,
    );
  });
});

describe('the issue itself', () => {
  it('blocks the open issues that its links say it blocks', () => {
    const done = anIssue({ key: 'PRO-9', status: status('done') });
    const issue = anIssue({
      links: [
        blocking(plain),
        blocking(done),
        aLink({ to: twin, phrase: 'is blocked by', direction: 'inward' }),
        aLink({ to: ticket, type: 'Depends', phrase: 'depends on' }),
      ],
    });
    expect(gathered(issue).blocks).toEqual(['PRO-8']);
    expect(gathered(issue).blockedBy).toEqual(['SUP-1']);
  });

  it.each([
    ['an object', [{ state: 'closed' }, { state: 'active' }], true],
    [
      'the text of old exports',
      ['com.atlassian.greenhopper.service.sprint.Sprint@1[id=1,state=ACTIVE,name=One]'],
      true,
    ],
    ['a closed one', [{ state: 'closed' }], false],
    ['a future one', [{ state: 'future' }], false],
    ['none', null, false],
  ])('knows an active sprint from %s', (_, value, active) => {
    expect(gathered(anIssue({ fields: { customfield_6: value } })).issue.inActiveSprint).toBe(
      active,
    );
  });

  it('is a follow-up by label or by link', () => {
    expect(gathered(anIssue({ labels: ['Preventive-Action'] })).issue.followUp).toBe(true);
    expect(
      gathered(
        anIssue({ links: [aLink({ to: plain, type: 'Action item', phrase: 'is action of' })] }),
      ).issue.followUp,
    ).toBe(true);
    expect(gathered(anIssue()).issue.followUp).toBe(false);
  });

  it('is planned for a release only while a version is unreleased', () => {
    expect(
      gathered(anIssue({ fixVersions: [{ name: '1', released: true }] })).issue.hasRelease,
    ).toBe(false);
    expect(
      gathered(
        anIssue({
          fixVersions: [
            { name: '1', released: true },
            { name: '2', released: false },
          ],
        }),
      ).issue.hasRelease,
    ).toBe(true);
  });

  it('knows that it is evidence itself', () => {
    expect(gathered(incident).issue.evidenceKind).toBe('incident');
    expect(gathered(plain).issue.evidenceKind).toBeNull();
  });
});

describe('the fields asked of Jira', () => {
  it("are the system's, those the rubric names, those of customers and severity, sprints and agreements, each once", () => {
    const asked = fieldsNeeded(defaultRubric, [...site, aField('customfield_99', 'Colour')]);
    expect(asked).toEqual(
      expect.arrayContaining(['priority', 'issuelinks', ...site.map(({ id }) => id)]),
    );
    expect(asked).not.toContain('customfield_99');
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).not.toContain('description');
  });
});

describe('criteria left out of a site', () => {
  it('are neither counted nor called missing', () => {
    const card = cardOf(
      gathered(anIssue({ updated: '2026-11-19T08:00:00.000Z' }), [], defaultRubric, []),
    );
    expect(card.missing).toEqual([]);
    expect(card.lines.map(({ id }) => id)).toEqual([
      'priority',
      'incidents',
      'demand',
      'work-type',
      'blocks',
      'recurrence',
      'effort',
    ]);
  });
});
