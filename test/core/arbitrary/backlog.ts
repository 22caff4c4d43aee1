import fc from 'fast-check';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import type { FieldInfo, IssueRecord, LinkRecord } from '../../../src/core/issue/issue-record';
import { questionsOf, type FieldQuestion } from '../../../src/core/signals/reading-key';
import { aField, anIssue } from '../builders/an-issue';
import { rubrics } from './any-rubric';
import { priorities, workTypes } from './rubric';

/** Issues of one project as Jira gives them, under a rubric whose fields the site has. */
export interface Backlog {
  readonly rubric: Rubric;
  readonly fields: readonly FieldInfo[];
  readonly issues: readonly IssueRecord[];
}

const SLA = 'com.atlassian.servicedesk:sd-sla-field';
const day = fc
  .integer({ min: -200, max: 60 })
  .map((n) => new Date(Date.UTC(2026, 10, 20) + n * 86_400_000).toISOString().slice(0, 10));
const moment = day.map((date) => `${date}T09:30:00.000+0000`);
const types: Readonly<Record<string, string>> = {
  number: 'number',
  option: 'option',
  user: 'user',
  count: 'array',
  date: 'date',
  filled: 'string',
  sla: 'sd-servicelevelagreement',
  workingDays: 'number',
};
const phrases = {
  blocks: ['blocks', 'is blocked by'],
  relates: ['relates to', 'relates to'],
  duplicate: ['duplicates', 'is duplicated by'],
} as const;

type Asked = Extract<FieldQuestion, { readonly fields: readonly string[] }>;
const asksFields = (question: FieldQuestion): question is Asked =>
  'fields' in question && question.fields.length > 0;

/** The first name of every list that the rubric reads, with the type of the first question that asks for it. */
function siteOf(rubric: Rubric): readonly FieldInfo[] {
  const kinds = new Map<string, string>();
  for (const { kind, fields } of questionsOf(rubric).filter(asksFields))
    for (const name of fields.slice(0, 1)) if (!kinds.has(name)) kinds.set(name, kind);
  const own = [...kinds].map(([name, kind], at) =>
    aField(
      `customfield_${at + 1}`,
      name,
      types[kind] ?? 'string',
      kind === 'sla' ? SLA : undefined,
    ),
  );
  return [
    ...own,
    aField('customfield_900', 'Time to resolution', 'sd-servicelevelagreement', SLA),
    aField('customfield_901', 'Organizations', 'array'),
    aField('customfield_902', 'Severity', 'option'),
  ];
}

function contentOf({ id, type }: FieldInfo): fc.Arbitrary<unknown> {
  if (id === 'customfield_901')
    return fc
      .uniqueArray(fc.constantFrom('Acme', 'Globex', 'Hooli'), { maxLength: 2 })
      .map((names) => names.map((name) => ({ name })));
  if (id === 'customfield_902')
    return fc.constantFrom('SEV1', 'SEV2', 'SEV3', 'SEV4').map((value) => ({ value }));
  if (type === 'number') return fc.oneof(fc.nat(100), fc.constantFrom(-3, 0.5, 0.8, 150, 1e6));
  if (type === 'option')
    return fc.constantFrom(...priorities, 'None', 'Else').map((value) => ({ value }));
  if (type === 'user') return fc.constantFrom(...priorities).map((accountId) => ({ accountId }));
  if (type === 'array') return fc.array(fc.constant({ value: 'x' }), { maxLength: 4 });
  if (type === 'date') return day;
  if (type === 'string') return fc.constant('something');
  return fc
    .record({
      breached: fc.boolean(),
      paused: fc.boolean(),
      breachTime: moment.map((iso8601) => ({ iso8601 })),
    })
    .map((ongoingCycle) => ({ ongoingCycle }));
}

/** What one issue of the site may hold, without its links. */
export function issueOn(fields: readonly FieldInfo[], key: string): fc.Arbitrary<IssueRecord> {
  return fc
    .record({
      type: fc
        .constantFrom(...workTypes, 'Incident', 'Support request')
        .map((name) => ({ name, level: name === 'Epic' ? 1 : 0 })),
      status: fc
        .constantFrom('new' as const, 'new' as const, 'indeterminate' as const, 'done' as const)
        .map((category) => ({ name: category, category })),
      priority: fc.option(fc.constantFrom(...priorities)),
      created: moment,
      updated: fc.constant('2026-11-20T08:00:00.000+0000'),
      due: fc.option(day),
      votes: fc.option(fc.nat(40)),
      watchers: fc.option(fc.nat(40)),
      comments: fc.option(fc.nat(40)),
      reporter: fc.constantFrom('ann', 'bo').map((id) => ({ id, name: id })),
      contents: fc.tuple(...fields.map((field) => fc.option(contentOf(field)))),
    })
    .map(({ contents, ...facts }) =>
      anIssue({
        ...facts,
        key,
        id: key.replace(/\D/gu, ''),
        fields: Object.fromEntries(fields.map(({ id }, at) => [id, contents[at] ?? null])),
      }),
    );
}

interface Tie {
  readonly from: number;
  readonly to: number;
  readonly kind: keyof typeof phrases;
}

function linksOf(
  at: number,
  issues: readonly IssueRecord[],
  ties: readonly Tie[],
): readonly LinkRecord[] {
  return ties.flatMap(({ from, to, kind }) => {
    const outward = from === at;
    const other = issues[outward ? to : from];
    if (other === undefined || from === to || (from !== at && to !== at)) return [];
    const { id, key, summary, status, priority } = other;
    const [there, back] = phrases[kind];
    return [
      {
        type: kind,
        direction: outward ? 'outward' : 'inward',
        phrase: outward ? there : back,
        reverse: outward ? back : there,
        other: { id, key, summary, type: other.type.name, status, priority },
      },
    ];
  });
}

/** The issues with both ends of their links. */
export function tied(issues: readonly IssueRecord[], ties: readonly Tie[]): readonly IssueRecord[] {
  return issues.map((issue, at) => ({ ...issue, links: linksOf(at, issues, ties) }));
}

export const tiesAmong = (size: number): fc.Arbitrary<readonly Tie[]> =>
  fc.array(
    fc.record({
      from: fc.nat(size - 1),
      to: fc.nat(size - 1),
      kind: fc.constantFrom(
        'blocks' as const,
        'blocks' as const,
        'relates' as const,
        'duplicate' as const,
      ),
    }),
    { maxLength: size * 2 },
  );

/** A few issues, tied by links of all kinds, circles too. */
export const backlogs = (most: number): fc.Arbitrary<Backlog> =>
  fc.tuple(rubrics, fc.integer({ min: 1, max: most })).chain(([rubric, size]) => {
    const fields = siteOf(rubric);
    return fc
      .tuple(
        fc.tuple(...Array.from({ length: size }, (_, at) => issueOn(fields, `PRO-${at + 1}`))),
        tiesAmong(size),
      )
      .map(([issues, ties]) => ({ rubric, fields, issues: tied(issues, ties) }));
  });
