import type {
  FieldInfo,
  IssueRecord,
  LinkRecord,
  StatusCategory,
} from '../../../src/core/issue/issue-record';

/** A plain open story; say only what matters to the test. */
export function anIssue(given: Partial<IssueRecord> = {}): IssueRecord {
  const key = given.key ?? 'PRO-1';
  return {
    id: `id-${key}`,
    key,
    project: { id: '10', key: key.slice(0, key.lastIndexOf('-')) },
    summary: 'Something to do',
    type: { name: 'Story', level: 0 },
    status: { name: 'To Do', category: 'new' },
    priority: 'Medium',
    labels: [],
    components: [],
    fixVersions: [],
    assignee: null,
    reporter: { id: 'ann', name: 'Ann' },
    parentKey: null,
    created: '2026-01-10T09:00:00.000+0000',
    updated: '2026-01-11T09:00:00.000+0000',
    resolved: null,
    due: null,
    votes: null,
    watchers: null,
    comments: null,
    links: [],
    fields: {},
    ...given,
  };
}

export interface LinkGiven {
  readonly to: IssueRecord;
  readonly type?: string;
  readonly phrase?: string;
  readonly direction?: LinkRecord['direction'];
}

/** A link as the issue that carries it shows it. */
export function aLink({
  to,
  type = 'Relates',
  phrase = 'relates to',
  direction = 'outward',
}: LinkGiven): LinkRecord {
  const { id, key, summary, status, priority } = to;
  return {
    type,
    direction,
    phrase,
    other: { id, key, summary, type: to.type.name, status, priority },
  };
}

export function blocking(to: IssueRecord): LinkRecord {
  return aLink({ to, type: 'Blocks', phrase: 'blocks' });
}

export function status(category: StatusCategory): IssueRecord['status'] {
  return { name: category, category };
}

export function aField(id: string, name: string, type = 'number', custom?: string): FieldInfo {
  return custom === undefined ? { id, name, type } : { id, name, type, custom };
}
