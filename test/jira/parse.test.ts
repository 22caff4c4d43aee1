import { parseIssue } from '../../src/jira/parse';

const least = {
  id: '10001',
  key: 'PAY-1',
  fields: {
    project: { id: '1', key: 'PAY' },
    issuetype: { name: 'Bug' },
    status: { name: 'Open' },
    created: '2026-11-01T09:00:00.000+0000',
  },
};
const withFields = (fields: object) =>
  parseIssue({ ...least, fields: { ...least.fields, ...fields } });

describe('reading an issue', () => {
  it('needs only what every Jira gives', () => {
    expect(parseIssue(least)).toMatchObject({
      ok: true,
      issue: { key: 'PAY-1', summary: '', priority: null, due: null, links: [], votes: null },
    });
  });

  it('keeps fields it has no name for as they are, and leaves out empty ones', () => {
    const parsed = withFields({
      customfield_10016: 5,
      customfield_10017: null,
      customfield_10020: [{ id: 1, state: 'active' }],
    });
    expect(parsed).toMatchObject({
      ok: true,
      issue: { fields: { customfield_10016: 5, customfield_10020: [{ id: 1, state: 'active' }] } },
    });
    expect(parsed.ok && 'customfield_10017' in parsed.issue.fields).toBe(false);
  });

  it('takes a field of an unexpected shape as empty rather than losing the issue', () => {
    expect(
      withFields({
        priority: 'High',
        labels: 'urgent',
        votes: 3,
        assignee: { name: 'ada' },
        duedate: 20261130,
      }),
    ).toMatchObject({
      ok: true,
      issue: { priority: null, labels: [], votes: null, assignee: null, due: null },
    });
  });

  it('reads both directions of a link in both issues’ words', () => {
    const end = {
      id: '10002',
      key: 'PAY-2',
      fields: {
        summary: 'x',
        status: { name: 'Done', statusCategory: { key: 'done' } },
        issuetype: { name: 'Bug' },
      },
    };
    const type = { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
    const parsed = withFields({
      issuelinks: [{ type, outwardIssue: end }, { type, inwardIssue: end }, { type }],
    });
    expect(
      parsed.ok &&
        parsed.issue.links.map(({ direction, phrase, reverse }) => [direction, phrase, reverse]),
    ).toEqual([
      ['outward', 'blocks', 'is blocked by'],
      ['inward', 'is blocked by', 'blocks'],
    ]);
    expect(parsed.ok && parsed.issue.links[0]?.other.status.category).toBe('done');
  });

  it('says what is wrong with something that is no issue', () => {
    expect(parseIssue({ key: 'PAY-3', fields: {} })).toMatchObject({ ok: false, key: 'PAY-3' });
    expect(parseIssue('<html>')).toMatchObject({ ok: false });
  });
});

describe('reading how many comments there are', () => {
  it('takes the total, never the texts, and null where they were not asked for', () => {
    const parsed = withFields({ comment: { comments: [{ body: 'secret' }], total: 12 } });
    expect(parsed).toMatchObject({ ok: true, issue: { comments: 12 } });
    expect(JSON.stringify(parsed)).not.toContain('secret');
    expect(parseIssue(least)).toMatchObject({ ok: true, issue: { comments: null } });
  });
});
