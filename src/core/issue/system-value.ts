import type { IssueRecord } from './issue-record';

/** What a field of an issue holds, by its id: a rubric may name a system field that the record carries outside `fields`. */
export function systemValue(issue: IssueRecord, id: string): unknown {
  switch (id) {
    case 'votes':
      return issue.votes;
    case 'watches':
      return issue.watchers;
    case 'comment':
      return issue.comments;
    case 'duedate':
      return issue.due;
    case 'labels':
      return issue.labels;
    case 'components':
      return issue.components;
    case 'fixVersions':
      return issue.fixVersions.map(({ name }) => name);
    case 'created':
      return issue.created;
    case 'updated':
      return issue.updated;
    case 'resolutiondate':
      return issue.resolved;
    case 'status':
      return issue.status.name;
    case 'issuetype':
      return issue.type.name;
    case 'priority':
      return issue.priority;
    case 'project':
      return issue.project.key;
    case 'parent':
      return issue.parentKey;
    case 'assignee':
      return issue.assignee === null ? null : { accountId: issue.assignee };
    case 'reporter':
      return issue.reporter === null ? null : { accountId: issue.reporter.id };
    default:
      return Object.hasOwn(issue.fields, id) ? issue.fields[id] : undefined;
  }
}
