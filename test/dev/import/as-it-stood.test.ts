import { asItStood } from '../../../dev/jira/import/as-it-stood';
import type { SiteSnapshot, SnapshotIssue } from '../../../dev/jira/snapshot';

const moment = Date.parse('2017-12-31T23:59:59Z');
const closed: SnapshotIssue = {
  key: 'AB-1',
  projectKey: 'AB',
  typeName: 'Bug',
  statusName: 'Closed',
  summary: 'x',
  created: '2017-01-01T00:00:00.000+0000',
  resolution: 'Fixed',
  resolutiondate: '2018-02-01T00:00:00.000+0000',
};

function stood(...issues: SnapshotIssue[]): {
  readonly issues: readonly SnapshotIssue[];
  readonly reopened: number;
  readonly notYetCreated: number;
} {
  const snapshot: SiteSnapshot = {
    users: [],
    projects: [],
    issueTypes: [],
    priorities: [],
    resolutions: [],
    linkTypes: [],
    fields: [],
    links: [],
    issues,
    statuses: [
      { name: 'Closed', category: 'done' },
      { name: 'Open', category: 'new' },
      { name: 'In Review', category: 'indeterminate' },
    ],
  };
  const then = asItStood(snapshot, moment);
  const all = [...then.snapshot.issues];
  return { issues: all, reopened: then.reopened(), notYetCreated: then.notYetCreated() };
}

describe('a site as it stood', () => {
  it('has an issue open that was resolved only later', () => {
    const { issues, reopened } = stood(closed);
    expect(issues[0]).toMatchObject({ statusName: 'Open', resolution: null, resolutiondate: null });
    expect(reopened).toBe(1);
  });

  it('takes the status from the changelog where there is one', () => {
    const changelog = [
      {
        created: '2018-02-01T00:00:00.000+0000',
        items: [{ field: 'status', fromText: 'Done soon', toText: 'Closed' }],
      },
      {
        created: '2018-01-05T00:00:00.000+0000',
        items: [{ field: 'status', fromText: 'In Review', toText: 'Done soon' }],
      },
      {
        created: '2017-05-05T00:00:00.000+0000',
        items: [{ field: 'status', fromText: 'Open', toText: 'In Review' }],
      },
    ];
    expect(stood({ ...closed, changelog }).issues[0]?.statusName).toBe('In Review');
  });

  it('leaves an issue as it is that was resolved before, or never', () => {
    const before = { ...closed, resolutiondate: '2017-06-01T00:00:00.000+0000' };
    const never = { ...closed, key: 'AB-2', statusName: 'Open', resolutiondate: null };
    expect(stood(before, never)).toEqual({
      issues: [before, never],
      reopened: 0,
      notYetCreated: 0,
    });
  });

  it('has no edit, comment or change that lies ahead of it', () => {
    const then = { created: '2017-06-01T00:00:00.000+0000' };
    const later = { created: '2018-06-01T00:00:00.000+0000' };
    const edited: SnapshotIssue = {
      ...closed,
      updated: later.created,
      comments: [
        { ...then, body: 'then' },
        { ...later, body: 'later' },
      ],
      changelog: [
        { ...then, items: [] },
        { ...later, items: [] },
      ],
    };
    const [issue] = stood(edited).issues;
    expect(issue?.updated).toBe(then.created);
    expect(issue?.comments).toEqual([{ ...then, body: 'then' }]);
    expect(issue?.changelog).toEqual([{ ...then, items: [] }]);
  });

  it('has no issue that was created only later', () => {
    expect(stood({ ...closed, created: '2018-01-01T00:00:00.000+0000' })).toEqual({
      issues: [],
      reopened: 0,
      notYetCreated: 1,
    });
  });
});
