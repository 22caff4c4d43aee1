import { z } from 'zod';
import { InvalidDocument } from '../edit/document';
import { readText } from '../edit/read-value';
import { FieldProblem } from '../edit/field-problem';
import { emitComment } from '../edit/issue-events';
import { touch } from '../edit/record-change';
import { watchOwn } from '../edit/watch-own';
import type { Project, Comment, Issue, StoredText } from '../model/issue';
import { mayInProject } from '../model/permissions';
import { commentView } from '../views/comment-view';
import {
  actorOf,
  created,
  noContent,
  ok,
  pageOf,
  param,
  readBody,
  requirePermission,
  viewableIssue,
  type Answer,
  type Call,
  type Route,
} from './call';
import { badRequest, JiraError, notModelled } from '../jira-error';

export const CommentBody = z.object({
  body: z.unknown(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).nullish(),
  visibility: z.unknown().optional(),
});
/** Of the document, as nobody says whether Jira counts the words in it or all of it. */
const MOST_CHARACTERS = 32_767;
const TOO_LONG = 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.';
/** The property of a note that customers of a service project don't see; other properties of comments are not kept. */
const INTERNAL = 'sd.public.comment';
const InternalNote = z.object({ internal: z.boolean() });

/** Checks a new comment; what it returns adds it. */
export function prepareComment(
  call: Call,
  project: Project,
  asked: z.infer<typeof CommentBody>,
): (issue: Issue) => Comment {
  requirePermission(
    call,
    project,
    'ADD_COMMENTS',
    'You do not have permission to comment on this issue.',
  );
  const body = textOf(call, asked);
  return (issue) => {
    call.state.lastCommentId += 1;
    const comment: Comment = {
      id: String(call.state.lastCommentId),
      author: call.viewer,
      created: call.now,
      updated: call.now,
      body,
      isPublic: isPublic(asked, true) && mayReply(call, project),
    };
    issue.comments = [...issue.comments, comment];
    watchOwn(call.state, actorOf(call), issue);
    touch(call.state, actorOf(call), issue);
    emitComment(call.state, actorOf(call), 'commented:issue', issue, comment);
    return comment;
  };
}

/** A comment for some of its readers only, or with a property, would be shown to all and without it. */
function refuseMore({ visibility, properties }: z.infer<typeof CommentBody>): void {
  if (visibility !== undefined && visibility !== null)
    throw notModelled("the member 'visibility' of a comment");
  const other = properties?.find(({ key }) => key !== INTERNAL);
  if (other !== undefined) throw notModelled(`the property '${other.key}' of a comment`);
}

function textOf(call: Call, asked: z.infer<typeof CommentBody>): StoredText {
  refuseMore(asked);
  try {
    const text = readText(asked.body ?? null, call.version);
    if (JSON.stringify(asked.body ?? null).length > MOST_CHARACTERS)
      throw new FieldProblem(TOO_LONG);
    if (text !== null) return text;
  } catch (problem) {
    if (!(problem instanceof FieldProblem || problem instanceof InvalidDocument)) throw problem;
    throw new JiraError(400, ['Comment body is not valid!'], { comment: problem.message });
  }
  throw new JiraError(400, [], { comment: 'Comment body can not be empty!' });
}

/** A note that customers of a service project don't see carries this property. */
function isPublic(asked: z.infer<typeof CommentBody>, otherwise: boolean): boolean {
  const property = asked.properties?.find((each) => each.key === INTERNAL);
  const note = InternalNote.safeParse(property?.value);
  return note.success ? !note.data.internal : otherwise;
}

/** What somebody without an agent's licence writes in a service project is an internal note, whatever they ask for. */
function mayReply({ state, viewer }: Call, project: Project): boolean {
  return (
    project.typeKey !== 'service_desk' || mayInProject(state, viewer, project, 'SERVICEDESK_AGENT')
  );
}

function commentOfPath(call: Call, issue: Issue): Comment {
  const comment = issue.comments.find((each) => each.id === param(call, 'id'));
  if (comment === undefined)
    throw new JiraError(404, [`Can not find a comment for the id: ${param(call, 'id')}.`]);
  return comment;
}

function ownComment(call: Call, issue: Issue): Comment {
  const comment = commentOfPath(call, issue);
  if (comment.author !== call.viewer)
    requirePermission(
      call,
      issue.project,
      'ADMINISTER_PROJECTS',
      'You do not have permission to edit the comment.',
    );
  return comment;
}

function list(call: Call): Answer {
  const issue = viewableIssue(call);
  const order = call.query.get('orderBy') ?? 'created';
  if (!/^[+ -]?created$/.test(order)) throw badRequest(`'${order}' is not a valid order.`);
  const newestFirst = order.startsWith('-');
  const page = pageOf(
    call,
    newestFirst ? [...issue.comments].reverse() : issue.comments,
    (comment) => commentView(call.state, issue, comment, call.version),
    5_000,
  );
  return ok({
    startAt: page.startAt,
    maxResults: page.maxResults,
    total: page.total,
    comments: page.values,
  });
}

function update(call: Call): Answer {
  const issue = viewableIssue(call);
  const comment = ownComment(call, issue);
  const asked = readBody(call, CommentBody);
  const next: Comment = {
    ...comment,
    body: textOf(call, asked),
    updated: call.now,
    isPublic: isPublic(asked, comment.isPublic),
  };
  issue.comments = issue.comments.map((each) => (each === comment ? next : each));
  touch(call.state, actorOf(call), issue);
  emitComment(call.state, actorOf(call), 'commented:issue', issue, next);
  return ok(commentView(call.state, issue, next, call.version));
}

function remove(call: Call): Answer {
  const issue = viewableIssue(call);
  const comment = ownComment(call, issue);
  issue.comments = issue.comments.filter((each) => each !== comment);
  touch(call.state, actorOf(call), issue);
  emitComment(call.state, actorOf(call), 'deleted:comment', issue, comment);
  return noContent;
}

export const COMMENT_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/issue/{issueIdOrKey}/comment', kind: 'read', handle: list },
  {
    method: 'POST',
    pattern: '/issue/{issueIdOrKey}/comment',
    kind: 'write',
    handle: (call) => {
      const issue = viewableIssue(call);
      return created(
        commentView(
          call.state,
          issue,
          prepareComment(call, issue.project, readBody(call, CommentBody))(issue),
          call.version,
        ),
      );
    },
  },
  {
    method: 'GET',
    pattern: '/issue/{issueIdOrKey}/comment/{id}',
    kind: 'read',
    handle: (call) => {
      const issue = viewableIssue(call);
      return ok(commentView(call.state, issue, commentOfPath(call, issue), call.version));
    },
  },
  { method: 'PUT', pattern: '/issue/{issueIdOrKey}/comment/{id}', kind: 'write', handle: update },
  {
    method: 'DELETE',
    pattern: '/issue/{issueIdOrKey}/comment/{id}',
    kind: 'write',
    handle: remove,
  },
];
