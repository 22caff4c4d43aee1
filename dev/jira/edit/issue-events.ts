import { formatMoment } from '../model/jira-dates';
import type { ChangeItem, Comment, Issue, Link } from '../model/issue';
import type { SiteState } from '../model/site-state';
import { changeItemView } from '../views/change-view';
import { commentView } from '../views/comment-view';
import {
  linkTypeView,
  priorityView,
  projectView,
  statusView,
  typeView,
} from '../views/entity-views';
import { linksOf } from '../views/links';
import type { Actor } from './actor';

/** Payloads: https://developer.atlassian.com/platform/forge/events-reference/jira/ */
type IssueEvent = 'created' | 'updated' | 'deleted' | 'assigned';

export function emitIssue(
  state: SiteState,
  actor: Actor,
  what: IssueEvent,
  issue: Issue,
  more: Readonly<Record<string, unknown>> = {},
): void {
  send(state, actor, `avi:jira:${what}:issue`, {
    issue: eventIssue(state, issue),
    atlassianId: actor.accountId,
    associatedUsers: { associatedUsers: [{ accountId: actor.accountId }] },
    ...more,
  });
}

export function emitUpdate(
  state: SiteState,
  actor: Actor,
  issue: Issue,
  changeId: string,
  items: readonly ChangeItem[],
): void {
  emitIssue(state, actor, 'updated', issue, {
    changelog: { id: changeId, items: items.map(changeItemView) },
  });
  if (items.some((item) => item.fieldId === 'assignee'))
    emitIssue(state, actor, 'assigned', issue, {
      changelog: { id: changeId, items: items.map(changeItemView) },
    });
}

export function emitComment(
  state: SiteState,
  actor: Actor,
  what: 'commented:issue' | 'deleted:comment',
  issue: Issue,
  comment: Comment,
): void {
  send(state, actor, `avi:jira:${what}`, {
    issue: eventIssue(state, issue),
    atlassianId: actor.accountId,
    comment: commentView(state, issue, comment, 3),
    associatedUsers: { associatedUsers: [{ accountId: actor.accountId }] },
  });
}

export function emitLink(
  state: SiteState,
  actor: Actor,
  what: 'created' | 'deleted',
  link: Link,
): void {
  const { self: _, ...type } = linkTypeView(state, link.type);
  send(state, actor, `avi:jira:${what}:issuelink`, {
    id: String(link.id),
    sourceIssueId: String(link.source.id),
    destinationIssueId: String(link.destination.id),
    ...(link.source.stub ? {} : { sourceProjectId: link.source.project.id }),
    ...(link.destination.stub ? {} : { destinationProjectId: link.destination.project.id }),
    issueLinkType: { ...type, isSubTaskLinkType: false, isSystemLinkType: false },
  });
}

function send(
  state: SiteState,
  actor: Actor,
  name: string,
  payload: Readonly<Record<string, unknown>>,
): void {
  const told = {
    eventType: name,
    timestamp: String(actor.now),
    ...payload,
    selfGenerated: actor.byApp,
  };
  actor.emit({
    name,
    // Events lead to version 2.
    payload: JSON.parse(JSON.stringify(told, linksOf({ state, version: 2 }))) as typeof told,
    selfGenerated: actor.byApp,
  });
}

/** Events carry a few fields and people by id only. */
function eventIssue(state: SiteState, issue: Issue) {
  const person = (accountId: string | null) => (accountId === null ? null : { accountId });
  return {
    id: String(issue.id),
    key: issue.key,
    fields: {
      summary: issue.summary,
      issuetype: typeView(state, issue.type),
      creator: person(issue.creator),
      created: formatMoment(issue.created),
      project: projectView(state, issue.project),
      reporter: person(issue.reporter),
      assignee: person(issue.assignee),
      priority: issue.priority === null ? null : priorityView(state, issue.priority),
      updated: formatMoment(issue.updated),
      status: statusView(state, issue.status),
    },
  };
}
