import type { Issue, IssueStub, Link } from '../model/issue';
import type { SiteState } from '../model/site-state';
import { linkTypeView, priorityView, rest, statusView, typeView } from './entity-views';

/** The little that a link shows of the issue at its other end. */
export function linkedIssueView(state: SiteState, issue: Issue | IssueStub) {
  return {
    id: String(issue.id),
    key: issue.key,
    self: rest(state, `issue/${issue.id}`),
    fields: {
      summary: issue.summary,
      ...(issue.status === null ? {} : { status: statusView(state, issue.status) }),
      ...(issue.priority === null ? {} : { priority: priorityView(state, issue.priority) }),
      ...(issue.type === null ? {} : { issuetype: typeView(state, issue.type) }),
    },
  };
}

/** A link as one of its issues shows it: only the other end. */
export function linkFrom(state: SiteState, issue: Issue, link: Link) {
  const base = {
    id: String(link.id),
    self: rest(state, `issueLink/${link.id}`),
    type: linkTypeView(state, link.type),
  };
  return link.source === issue
    ? { ...base, outwardIssue: linkedIssueView(state, link.destination) }
    : { ...base, inwardIssue: linkedIssueView(state, link.source) };
}

export function wholeLinkView(state: SiteState, link: Link) {
  return {
    id: String(link.id),
    self: rest(state, `issueLink/${link.id}`),
    type: linkTypeView(state, link.type),
    inwardIssue: linkedIssueView(state, link.source),
    outwardIssue: linkedIssueView(state, link.destination),
  };
}
