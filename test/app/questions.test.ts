import type { Reply } from '../../src/contract';
import type { QuestionAnswer, QuestionInput } from '../../src/contract/question';
import type { ScoreView } from '../../src/contract/score';
import type { SiteSnapshot, SnapshotIssue } from '../../dev/jira/snapshot';
import { smallSite, type SmallSite } from './small-site';

const fields: SiteSnapshot['fields'] = [
  { id: 'customfield_10016', name: 'Story Points', type: 'number' },
  { id: 'customfield_11', name: 'Segment', type: 'option' },
  { id: 'customfield_12', name: 'Markets', type: 'array-option' },
  { id: 'customfield_13', name: 'Sponsor', type: 'user' },
  { id: 'customfield_14', name: 'Contract ends', type: 'date' },
];
const other: Partial<SnapshotIssue> = {
  customs: {
    customfield_11: { id: '1', value: 'Enterprise' },
    customfield_12: [
      { id: '3', value: 'Europe' },
      { id: '4', value: 'Asia' },
    ],
  },
};
const criterion = (id: string, signal: object, curve: object) => ({
  id,
  pillar: 'business-value',
  label: id,
  signal,
  weight: 1,
  absence: 'unknown',
  ifSiteHas: false,
  curve,
});
const filled = { kind: 'steps', steps: [{ from: 1, points: 100 }], below: 0 };

/** Known of every issue, so that there is a score; the technical pillar stays for the lane rules. */
const anyType = {
  id: 'type',
  pillar: 'technical-risk',
  label: 'Work type',
  signal: { kind: 'workType' },
  weight: 0.001,
  absence: 'unknown',
  ifSiteHas: false,
  curve: { kind: 'table', values: { Story: 50 }, blank: [] },
};

/** One criterion that nobody answered decides everything, so it is asked for. */
function rubricOf(one: object): object {
  return {
    name: 'One question',
    effort: { k: 0 },
    pillars: [
      { id: 'business-value', label: 'Business value' },
      { id: 'technical-risk', label: 'Technical risk' },
    ],
    criteria: [one, anyType],
  };
}

async function ask<T>(
  site: SmallSite,
  question: string,
  payload: object,
  accountId: string = site.dev.adminId,
): Promise<T> {
  const reply = (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId,
  })) as Reply<T>;
  if (!reply.ok)
    throw new Error(`${reply.refusal.kind}: ${reply.refusal.what} ${reply.refusal.advice}`);
  return reply.value;
}

async function asked(
  signal: object,
  curve: object,
): Promise<{ readonly site: SmallSite; readonly issueId: string; readonly view: ScoreView }> {
  const site = smallSite([{}, other], [], {
    fields,
    users: [
      { accountId: 'ann', displayName: 'Ann Example' },
      { accountId: 'ruth', displayName: 'Ruth Example' },
    ],
    projects: [
      {
        key: 'PAY',
        name: 'Payments',
        roles: [
          { name: 'Developers', accountIds: ['ann'] },
          { name: 'Viewers', accountIds: ['ruth'] },
        ],
        components: [{ name: 'Checkout' }, { name: 'Ledger' }],
      },
      { key: 'INC', name: 'Incidents' },
      { key: 'SUP', name: 'Support', typeKey: 'service_desk' },
    ],
  });
  const published = await ask<{ readonly ok: boolean; readonly problems?: unknown }>(
    site,
    'rubric.publish',
    {
      project: null,
      document: rubricOf(criterion('wanted', signal, curve)),
      reason: 'One question',
    },
  );
  expect(published.problems ?? []).toEqual([]);
  site.dev.announceInstalled();
  await site.settle();
  const issueId = String(site.dev.site.peek('PAY-1')?.id);
  return { site, issueId, view: await ask<ScoreView>(site, 'score.view', { issueId }, 'ann') };
}

const table = (...names: readonly string[]) => ({
  kind: 'table',
  values: Object.fromEntries(names.map((name, n) => [name, n * 100])),
  blank: [],
});

const kinds: readonly (readonly [
  string,
  object,
  object,
  QuestionInput,
  QuestionAnswer['answer'],
  string,
  unknown,
])[] = [
  [
    'an option',
    { kind: 'option', fields: ['Segment'] },
    table('Growth', 'Enterprise'),
    { kind: 'choice', field: 'Segment', many: false, options: ['Enterprise'], more: false },
    { kind: 'choice', chosen: ['Enterprise'] },
    'customfield_11',
    { value: 'Enterprise' },
  ],
  [
    'several options',
    { kind: 'option', fields: ['Markets'] },
    table('Asia', 'Europe'),
    { kind: 'choice', field: 'Markets', many: true, options: ['Asia', 'Europe'], more: false },
    { kind: 'choice', chosen: ['Europe'] },
    'customfield_12',
    [{ value: 'Europe' }],
  ],
  [
    'components',
    { kind: 'count', fields: ['components'] },
    filled,
    {
      kind: 'choice',
      field: 'Components',
      many: true,
      options: ['Checkout', 'Ledger'],
      more: false,
    },
    { kind: 'choice', chosen: ['Ledger'] },
    'components',
    [{ name: 'Ledger' }],
  ],
  [
    'labels',
    { kind: 'count', fields: ['labels'] },
    filled,
    { kind: 'labels', field: 'Labels' },
    { kind: 'labels', labels: ['promised'] },
    'labels',
    ['promised'],
  ],
  [
    'a person',
    { kind: 'user', fields: ['Sponsor'] },
    table('ruth', 'ann'),
    { kind: 'person', field: 'Sponsor' },
    { kind: 'person', accountId: 'ann' },
    'customfield_13',
    { accountId: 'ann' },
  ],
  [
    'a day',
    { kind: 'date', fields: ['Contract ends'] },
    { kind: 'dateRamp', full: 0, none: 30 },
    { kind: 'date', field: 'Contract ends' },
    { kind: 'date', day: '2026-11-20' },
    'customfield_14',
    '2026-11-20',
  ],
  [
    'a number',
    { kind: 'number', fields: ['Story Points'] },
    filled,
    { kind: 'number', field: 'Story Points' },
    { kind: 'number', value: 5 },
    'customfield_10016',
    5,
  ],
];

describe('the question in the panel', () => {
  it.each(kinds)(
    'of %s is answered into its own field by the person, and the score follows',
    async (_name, signal, curve, input, answer, fieldId, value) => {
      const { site, issueId, view } = await asked(signal, curve);
      expect(view.question).toMatchObject({
        id: 'wanted',
        place: { how: 'field', kind: input.kind },
      });
      expect(await ask(site, 'question.input', { issueId, id: 'wanted' }, 'ann')).toEqual(input);
      await ask(site, 'question.answer', { issueId, id: 'wanted', answer }, 'ann');
      const { fields: now } = (await site.ask(
        'GET',
        `/rest/api/3/issue/PAY-1?fields=${fieldId}`,
      )) as { fields: Record<string, unknown> };
      expect(now[fieldId]).toEqual(
        typeof value !== 'object'
          ? value
          : Array.isArray(value)
            ? value.map((one: unknown) =>
                typeof one === 'object' ? (expect.objectContaining(one as object) as unknown) : one,
              )
            : expect.objectContaining(value as object),
      );
      const { changelog } = (await site.ask('GET', '/rest/api/3/issue/PAY-1?expand=changelog')) as {
        changelog: { histories: { author: { accountId: string } }[] };
      };
      expect(changelog.histories.some(({ author }) => author.accountId === 'ann')).toBe(true);
      const after = await ask<ScoreView>(site, 'score.view', { issueId }, 'ann');
      expect(after.missing.some(({ id }) => id === 'wanted')).toBe(false);
      expect(after.score).not.toBe(view.score);
      expect(site.badRequests).toEqual([]);
    },
  );

  it('takes nothing that the field does not take, and nothing from who may not edit', async () => {
    const { site, issueId } = await asked(
      { kind: 'option', fields: ['Segment'] },
      table('Growth', 'Enterprise'),
    );
    await expect(
      ask(
        site,
        'question.answer',
        { issueId, id: 'wanted', answer: { kind: 'choice', chosen: ['Hobby'] } },
        'ann',
      ),
    ).rejects.toThrow('“Segment” does not take “Hobby” here');
    await expect(
      ask(
        site,
        'question.answer',
        { issueId, id: 'wanted', answer: { kind: 'number', value: 4 } },
        'ann',
      ),
    ).rejects.toThrow('takes no such answer');
    await expect(
      ask(site, 'question.answer', { issueId, id: 'wanted', answer: { kind: 'flag' } }, 'ann'),
    ).rejects.toThrow('invalid');
    await expect(
      ask(
        site,
        'question.answer',
        { issueId, id: 'priority', answer: { kind: 'choice', chosen: ['High'] } },
        'ann',
      ),
    ).rejects.toThrow('The rubric no longer asks for this.');
    await expect(
      ask(
        site,
        'question.answer',
        { issueId, id: 'wanted', answer: { kind: 'choice', chosen: ['Enterprise'] } },
        'ruth',
      ),
    ).rejects.toThrow('You may not edit this issue');
    expect(await ask(site, 'question.input', { issueId, id: 'wanted' }, 'ruth')).toEqual({
      kind: 'elsewhere',
      where: 'You may not edit this issue: ask somebody who may.',
    });
  });

  it('of a rating is answered by a vote', async () => {
    const { site, issueId, view } = await asked(
      { kind: 'rating', min: 1, max: 5 },
      { kind: 'linear', direction: 'rising', from: { x: 1, points: 0 }, to: { x: 5, points: 100 } },
    );
    expect(view.question).toMatchObject({ id: 'wanted', place: { how: 'vote', min: 1, max: 5 } });
    await ask(site, 'votes.cast', { issueId, criterion: 'wanted', value: 5 }, 'ann');
    expect((await ask<ScoreView>(site, 'score.view', { issueId }, 'ann')).question?.id).not.toBe(
      'wanted',
    );
  });
});
