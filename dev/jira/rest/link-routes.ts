import { z } from 'zod';
import { linkIssues, unlinkIssues } from '../edit/link-issues';
import type { LinkType } from '../model/entities';
import type { Project, Issue } from '../model/issue';
import { mayInProject, mayOnIssue } from '../model/permissions';
import { wholeLinkView } from '../views/link-view';
import { CommentBody, prepareComment } from './comment-routes';
import {
  actorOf,
  created,
  noContent,
  ok,
  param,
  readBody,
  requirePermission,
  viewableIssue,
  type Answer,
  type Call,
  type Route,
} from './call';
import { badRequest, JiraError } from '../jira-error';

const Reference = z.object({ id: z.string().optional(), key: z.string().optional() });
const Kind = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  inward: z.string().optional(),
  outward: z.string().optional(),
});
const LinkBody = z.object({
  type: Kind,
  inwardIssue: Reference,
  outwardIssue: Reference,
  comment: CommentBody.nullish(),
});
export const LinkOperation = z.object({
  type: Kind,
  inwardIssue: Reference.optional(),
  outwardIssue: Reference.optional(),
});

function linkType(call: Call, asked: z.infer<typeof Kind>): LinkType {
  const { linkTypes } = call.state;
  const found =
    linkTypes.byId(asked.id ?? '') ??
    linkTypes.byName(asked.name ?? '') ??
    linkTypes.all().find((type) => type.inward === asked.inward || type.outward === asked.outward);
  if (found === undefined)
    throw new JiraError(404, [
      `No issue link type with name '${asked.name ?? asked.id ?? ''}' found.`,
    ]);
  return found;
}

function addLink(call: Call): Answer {
  const body = readBody(call, LinkBody);
  const type = linkType(call, body.type);
  // "inwardIssue blocks outwardIssue": the inward issue of a request is the source of the link.
  const source = end(call, body.inwardIssue);
  const destination = end(call, body.outwardIssue);
  requireLinking(call, source.project);
  const comment =
    body.comment === null || body.comment === undefined
      ? undefined
      : prepareComment(call, source.project, body.comment);
  link(call, type, source, destination);
  comment?.(source);
  return created(undefined);
}

/** Checks links that an issue of the project is to have; what it returns makes them. */
export function prepareLink(
  call: Call,
  project: Project,
  asked: z.infer<typeof LinkOperation>,
): (issue: Issue) => void {
  const type = linkType(call, asked.type);
  const [outward, inward] = [asked.outwardIssue, asked.inwardIssue].map((reference) =>
    reference === undefined ? undefined : end(call, reference),
  );
  requireLinking(call, project);
  return (issue) => {
    if (outward !== undefined) link(call, type, issue, outward);
    if (inward !== undefined) link(call, type, inward, issue);
  };
}

function requireLinking(call: Call, project: Project): void {
  requirePermission(
    call,
    project,
    'LINK_ISSUES',
    `No Link Issue Permission for project '${project.key}'`,
  );
}

const end = (call: Call, reference: z.infer<typeof Reference>): Issue =>
  viewableIssue(call, reference.id ?? reference.key ?? '');

function link(call: Call, type: LinkType, source: Issue, destination: Issue): void {
  if (source === destination) throw badRequest('You cannot link an issue to itself.');
  linkIssues(call.state, actorOf(call), type, source, destination);
}

function linkOfPath(call: Call) {
  const found = call.state.links.get(Number(param(call, 'linkId')));
  const visible =
    found !== undefined &&
    [found.source, found.destination].every(
      (each) => each.stub || mayOnIssue(call.state, call.viewer, each, 'BROWSE_PROJECTS'),
    );
  if (found === undefined || !visible)
    throw new JiraError(404, [`No issue link with id '${param(call, 'linkId')}' exists.`]);
  return found;
}

function removeLink(call: Call): Answer {
  const found = linkOfPath(call);
  const allowed = [found.source, found.destination].some(
    (each) => !each.stub && mayInProject(call.state, call.viewer, each.project, 'LINK_ISSUES'),
  );
  if (!allowed)
    throw new JiraError(403, [`No Link Issue Permission for issue '${found.source.key}'`]);
  unlinkIssues(call.state, actorOf(call), found);
  return noContent;
}

export const LINK_ROUTES: readonly Route[] = [
  { method: 'POST', pattern: '/issueLink', kind: 'write', handle: addLink },
  {
    method: 'GET',
    pattern: '/issueLink/{linkId}',
    kind: 'read',
    handle: (call) => ok(wholeLinkView(call.state, linkOfPath(call))),
  },
  { method: 'DELETE', pattern: '/issueLink/{linkId}', kind: 'write', handle: removeLink },
];
