import type { Issue } from '../model/issue';
import { rest } from '../views/entity-views';
import {
  noContent,
  ok,
  param,
  requireOnIssue,
  viewableIssue,
  type Answer,
  type Call,
  type Route,
} from './call';
import { badRequest, JiraError } from '../jira-error';

const LONGEST_KEY = 255;
const LARGEST_VALUE = 32_768;

function list(call: Call): Answer {
  const issue = viewableIssue(call);
  return ok({
    keys: Object.keys(issue.properties).map((key) => ({
      key,
      self: rest(call.state, `issue/${issue.id}/properties/${key}`),
    })),
  });
}

function read(call: Call): Answer {
  const issue = viewableIssue(call);
  const key = param(call, 'propertyKey');
  if (!(key in issue.properties)) throw notFound(key);
  return ok({ key, value: issue.properties[key] });
}

function write(call: Call): Answer {
  const issue = viewableIssue(call);
  requireOnIssue(
    call,
    issue,
    'EDIT_ISSUES',
    'You do not have permission to edit issues in this project.',
  );
  const key = param(call, 'propertyKey');
  const known = key in issue.properties;
  prepareProperty(key, call.body)(issue);
  return { status: known ? 200 : 201, body: {} };
}

/** Checks a property; what it returns sets it. */
export function prepareProperty(key: string, value: unknown): (issue: Issue) => void {
  if (value === undefined) throw badRequest('The request body must be a valid JSON value.');
  if (key.length > LONGEST_KEY)
    throw badRequest(`The property key is longer than ${LONGEST_KEY} characters.`);
  if (JSON.stringify(value).length > LARGEST_VALUE)
    throw badRequest(`The property value is longer than ${LARGEST_VALUE} characters.`);
  return (issue) => {
    issue.properties = { ...issue.properties, [key]: value };
  };
}

function remove(call: Call): Answer {
  const issue = viewableIssue(call);
  requireOnIssue(
    call,
    issue,
    'EDIT_ISSUES',
    'You do not have permission to edit issues in this project.',
  );
  const key = param(call, 'propertyKey');
  if (!(key in issue.properties)) throw notFound(key);
  const { [key]: _, ...others } = issue.properties;
  issue.properties = others;
  return noContent;
}

const notFound = (key: string): JiraError =>
  new JiraError(404, [`The property with key '${key}' does not exist.`]);

export const PROPERTY_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/issue/{issueIdOrKey}/properties', kind: 'read', handle: list },
  {
    method: 'GET',
    pattern: '/issue/{issueIdOrKey}/properties/{propertyKey}',
    kind: 'read',
    handle: read,
  },
  {
    method: 'PUT',
    pattern: '/issue/{issueIdOrKey}/properties/{propertyKey}',
    kind: 'write',
    handle: write,
  },
  {
    method: 'DELETE',
    pattern: '/issue/{issueIdOrKey}/properties/{propertyKey}',
    kind: 'write',
    handle: remove,
  },
];
