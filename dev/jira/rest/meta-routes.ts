import type { Project } from '../model/issue';
import { mayInProject } from '../model/permissions';
import { editMetaView } from '../views/edit-meta';
import { typeView } from '../views/entity-views';
import {
  ok,
  param,
  viewableIssue,
  viewableProject,
  wholeNumber,
  type Answer,
  type Call,
  type Route,
} from './call';

/** The types in which the viewer may create an issue of this project. */
function creatableTypes(call: Call): Answer {
  const project: Project = viewableProject(call, param(call, 'projectIdOrKey'));
  const types = mayInProject(call.state, call.viewer, project, 'CREATE_ISSUES')
    ? call.state.types.all()
    : [];
  const startAt = wholeNumber(call.query.get('startAt'), 0);
  const maxResults = Math.min(wholeNumber(call.query.get('maxResults'), 50), 200);
  return ok({
    startAt,
    maxResults,
    total: types.length,
    issueTypes: types
      .slice(startAt, startAt + maxResults)
      .map((type) => typeView(call.state, type)),
  });
}

export const META_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/issue/{issueIdOrKey}/editmeta',
    kind: 'read',
    handle: (call) => ok(editMetaView(call, viewableIssue(call))),
  },
  {
    method: 'GET',
    pattern: '/issue/createmeta/{projectIdOrKey}/issuetypes',
    kind: 'read',
    handle: creatableTypes,
  },
];
