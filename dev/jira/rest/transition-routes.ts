import { z } from 'zod';
import { prepareEdits } from '../edit/prepare-edits';
import { readNamed } from '../edit/read-value';
import { FieldProblem } from '../edit/field-problem';
import { commitEdits } from '../edit/record-change';
import { transitionEdits } from '../edit/transition-issue';
import { mayInProject } from '../model/permissions';
import { transitionId } from '../model/workflow';
import { transitionsView } from '../views/transitions-view';
import { badRequest, JiraError } from '../jira-error';
import {
  actorOf,
  noContent,
  ok,
  readBody,
  requirePermission,
  viewableIssue,
  type Answer,
  type Call,
  type Route,
} from './call';
import { EditBody, prepareOthers } from './issue-routes';
import { listed } from './query';

const AssigneeBody = z.looseObject({ accountId: z.string().nullable() });

function list(call: Call): Answer {
  const issue = viewableIssue(call);
  const wanted = call.query.get('transitionId');
  return ok({
    expand: 'transitions',
    transitions: transitionsView(
      call,
      issue,
      listed(call, 'expand').includes('transitions.fields'),
    ).filter((each) => wanted === null || each.id === wanted),
  });
}

/** Validators see the issue as it stands, with the move that somebody is about to make. */
async function validate(call: Call): Promise<void> {
  const issue = viewableIssue(call);
  const { transition: wanted } = readBody(call, EditBody);
  const target = issue.project.statuses.find(
    (status) => transitionId(issue.project, status) === wanted?.id,
  );
  if (
    target === undefined ||
    !mayInProject(call.state, call.viewer, issue.project, 'TRANSITION_ISSUES')
  )
    return;
  for (const validator of call.validators) {
    const refusal = await validator({ issueKey: issue.key, from: issue.status, to: target });
    if (refusal !== null) throw new JiraError(400, [refusal]);
  }
}

function transition(call: Call): Answer {
  const issue = viewableIssue(call);
  requirePermission(
    call,
    issue.project,
    'TRANSITION_ISSUES',
    'You do not have permission to transition issues in this project.',
  );
  const body = readBody(call, EditBody);
  if (body.transition === null || body.transition === undefined)
    throw badRequest("Missing 'transition' identifier");
  const target = issue.project.statuses.find(
    (status) => transitionId(issue.project, status) === body.transition?.id,
  );
  if (target === undefined)
    throw badRequest(
      `It seems that you have tried to perform an illegal workflow operation. The transition '${body.transition.id}' is not valid for issue '${issue.key}'.`,
    );
  const { resolution, ...fields } = body.fields ?? {};
  const others = prepareEdits(
    { state: call.state, version: call.version, ownFields: false },
    issue,
    fields,
    body.update ?? {},
  );
  const chosen =
    resolution === undefined
      ? null
      : refusing('resolution', () =>
          readNamed(
            resolution,
            call.state.resolutions.all(),
            'The resolution selected is invalid.',
          ),
        );
  const addOthers = prepareOthers(call, issue.project, body);
  commitEdits(call.state, actorOf(call), issue, [
    ...transitionEdits(call.state, call.now, issue, target, chosen),
    ...others,
  ]);
  addOthers(issue);
  return noContent;
}

/** Account id `-1` is the project's default, which is nobody here unless the project has a lead. */
function assign(call: Call): Answer {
  const issue = viewableIssue(call);
  requirePermission(
    call,
    issue.project,
    'ASSIGN_ISSUES',
    'You do not have permission to assign issues.',
  );
  const { accountId } = readBody(call, AssigneeBody);
  const wanted = accountId === '-1' ? issue.project.leadAccountId : accountId;
  const edits = prepareEdits(
    { state: call.state, version: call.version, ownFields: false },
    issue,
    { assignee: wanted === null ? null : { accountId: wanted } },
    {},
  );
  commitEdits(call.state, actorOf(call), issue, edits);
  return noContent;
}

function refusing<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof FieldProblem) throw new JiraError(400, [], { [field]: problem.message });
    throw problem;
  }
}

export const TRANSITION_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/issue/{issueIdOrKey}/transitions', kind: 'read', handle: list },
  {
    method: 'POST',
    pattern: '/issue/{issueIdOrKey}/transitions',
    kind: 'write',
    before: validate,
    handle: transition,
  },
  { method: 'PUT', pattern: '/issue/{issueIdOrKey}/assignee', kind: 'write', handle: assign },
];
