import { registerIssue, nextIssueId } from '../model/register';
import type { Project, Issue } from '../model/issue';
import { findProject, type SiteState } from '../model/site-state';
import { usualPriority } from '../model/usual-priority';
import { completeWorkflow, firstStatus } from '../model/workflow';
import { JiraError } from '../jira-error';
import type { Actor } from './actor';
import { emitIssue } from './issue-events';
import { watchOwn } from './watch-own';
import { prepareEdits, type FieldOperations, type FieldValues } from './prepare-edits';
import { part } from './read-value';

/** The project that a create names, or a 400. */
export function projectOfCreate(state: SiteState, fields: FieldValues): Project {
  const project = findProject(
    state,
    part(fields['project'], 'id') ?? part(fields['project'], 'key') ?? '',
  );
  if (project === undefined)
    throw new JiraError(400, [], { project: 'Specify a valid project ID or key' });
  return project;
}

/** Makes an issue with its events. All fields are checked first. */
export function createIssue(
  state: SiteState,
  actor: Actor,
  version: 2 | 3,
  project: Project,
  fields: FieldValues,
  update: FieldOperations,
): Issue {
  if (project.statuses.length === 0) completeWorkflow(state, project);
  const { project: _, issuetype, ...others } = fields;
  const type = readType(state, issuetype);
  const draft: Issue = {
    stub: false,
    id: nextIssueId(state),
    key: `${project.key}-${project.lastNumber + 1}`,
    number: project.lastNumber + 1,
    project,
    type,
    status: firstStatus(project),
    summary: '',
    description: null,
    environment: null,
    priority: usualPriority(state),
    resolution: null,
    reporter: actor.accountId,
    assignee: null,
    creator: actor.accountId,
    created: actor.now,
    updated: actor.now,
    edited: actor.now,
    resolved: null,
    statusCategoryChanged: actor.now,
    due: null,
    labels: [],
    components: [],
    versions: [],
    fixVersions: [],
    parent: null,
    children: [],
    links: [],
    comments: [],
    history: [],
    anonymousVotes: 0,
    anonymousWatches: 0,
    voters: [],
    watchers: [],
    attachmentCount: 0,
    originalEstimate: null,
    timeSpent: null,
    security: null,
    customs: {},
    properties: {},
  };
  const edits = prepareEdits(
    { state, version, ownFields: false },
    draft,
    { summary: null, ...others },
    update,
  );
  if (type.subtask && (others['parent'] === undefined || others['parent'] === null)) {
    throw new JiraError(400, [], {
      parent: 'Issue type is a sub-task but parent issue key or id not specified.',
    });
  }
  for (const edit of edits) edit.apply();
  project.lastNumber = draft.number;
  registerIssue(state, draft);
  watchOwn(state, actor, draft);
  state.revision += 1;
  state.index.changed(draft, actor.now);
  emitIssue(state, actor, 'created', draft);
  return draft;
}

function readType(state: SiteState, value: unknown) {
  const type =
    value === undefined
      ? null
      : (state.types.byId(part(value, 'id') ?? '') ??
        state.types.byName(part(value, 'name') ?? ''));
  if (type === undefined || type === null)
    throw new JiraError(400, [], { issuetype: 'Specify a valid issue type' });
  return type;
}
