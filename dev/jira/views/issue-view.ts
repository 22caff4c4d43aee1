import { formatMoment } from '../model/jira-dates';
import type { Issue } from '../model/issue';
import { mayOnIssue } from '../model/permissions';
import type { SiteState } from '../model/site-state';
import { recentChanges } from './change-view';
import { editMetaView } from './edit-meta';
import { commentView, textView } from './comment-view';
import { selectedFields } from './field-views';
import {
  categoryView,
  componentView,
  personView,
  priorityView,
  projectView,
  resolutionView,
  rest,
  statusView,
  typeView,
  versionView,
} from './entity-views';
import type { FieldSelection } from './field-views';
import { linkedIssueView, linkFrom } from './link-view';
import { TIME_RENDERERS } from './time-fields';
import { transitionsView } from './transitions-view';

/** Who looks, and through which version of the API. */
export interface Viewing {
  readonly state: SiteState;
  readonly viewer: string;
  readonly version: 2 | 3;
}

export interface IssueDetail {
  readonly fields: FieldSelection;
  readonly expand: ReadonlySet<string>;
  readonly properties: readonly string[];
  /** The most changes that `changelog` shows; 100 when not given. */
  readonly changes?: number;
}

/** How a field of an issue is shown. */
type Renderer = (viewing: Viewing, issue: Issue) => unknown;

const RENDERERS: Readonly<Record<string, Renderer>> = {
  statuscategorychangedate: (_, issue) => formatMoment(issue.statusCategoryChanged),
  parent: ({ state }, issue) =>
    issue.parent === null ? undefined : linkedIssueView(state, issue.parent),
  issuetype: ({ state }, issue) => typeView(state, issue.type),
  project: ({ state }, issue) => projectView(state, issue.project),
  fixVersions: ({ state }, issue) =>
    issue.fixVersions.map((version) => versionView(state, version)),
  resolution: ({ state }, issue) =>
    issue.resolution === null ? null : resolutionView(state, issue.resolution),
  resolutiondate: (_, issue) => (issue.resolved === null ? null : formatMoment(issue.resolved)),
  watches: ({ state, viewer }, issue) => ({
    self: rest(state, `issue/${issue.key}/watchers`),
    watchCount: issue.anonymousWatches + issue.watchers.length,
    isWatching: issue.watchers.includes(viewer),
  }),
  created: (_, issue) => formatMoment(issue.created),
  priority: ({ state }, issue) =>
    issue.priority === null ? null : priorityView(state, issue.priority),
  labels: (_, issue) => issue.labels,
  versions: ({ state }, issue) => issue.versions.map((version) => versionView(state, version)),
  // A link to an issue that the viewer may not see is not there for them; what only links know of belongs to no project.
  issuelinks: ({ state, viewer }, issue) =>
    issue.links
      .filter((link) =>
        [link.source, link.destination].every(
          (end) => end.stub || mayOnIssue(state, viewer, end, 'BROWSE_PROJECTS'),
        ),
      )
      .map((link) => linkFrom(state, issue, link)),
  assignee: ({ state }, issue) => personView(state, issue.assignee),
  updated: (_, issue) => formatMoment(issue.updated),
  status: ({ state }, issue) => statusView(state, issue.status),
  components: ({ state }, issue) =>
    issue.components.map((component) => componentView(state, component)),
  description: ({ version }, issue) => textView(issue.description, version),
  summary: (_, issue) => issue.summary,
  creator: ({ state }, issue) => personView(state, issue.creator),
  subtasks: ({ state }, issue) =>
    issue.children
      .filter((child) => child.type.subtask)
      .map((child) => linkedIssueView(state, child)),
  reporter: ({ state }, issue) => personView(state, issue.reporter),
  environment: ({ version }, issue) => textView(issue.environment, version),
  duedate: (_, issue) => issue.due,
  votes: ({ state, viewer }, issue) => ({
    self: rest(state, `issue/${issue.key}/votes`),
    votes: issue.anonymousVotes + issue.voters.length,
    hasVoted: issue.voters.includes(viewer),
  }),
  statusCategory: ({ state }, issue) => categoryView(state, issue.status.category),
  // Only how many there are is known, so each is no more than its place in the list.
  attachment: ({ state }, issue) =>
    Array.from({ length: issue.attachmentCount }, (_, at) => {
      const id = `${issue.id}${String(at + 1).padStart(3, '0')}`;
      return { self: rest(state, `attachment/${id}`), id };
    }),
  comment: ({ state, version }, issue) => ({
    comments: issue.comments.map((comment) => commentView(state, issue, comment, version)),
    self: rest(state, `issue/${issue.id}/comment`),
    maxResults: issue.comments.length,
    total: issue.comments.length,
    startAt: 0,
  }),
  ...TIME_RENDERERS,
  // Nothing here restricts who may see an issue, and nobody's last look is kept.
  security: () => null,
  issuerestriction: () => ({ issuerestrictions: {}, shouldDisplay: false }),
  lastViewed: () => null,
};

export function issueView(viewing: Viewing, issue: Issue, detail: IssueDetail) {
  if (detail.fields.idOnly) return { id: String(issue.id) };
  const { state } = viewing;
  const properties = detail.properties
    .filter((key) => key in issue.properties)
    .map((key) => [key, issue.properties[key]] as const);
  return {
    // Only what is answered: Jira would offer rendered fields, operations and versions too.
    expand: 'names,schema,transitions,editmeta,changelog',
    id: String(issue.id),
    self: rest(state, `issue/${issue.id}`),
    key: issue.key,
    ...(detail.expand.has('changelog')
      ? { changelog: recentChanges(state, issue, detail.changes ?? 100) }
      : {}),
    ...(detail.expand.has('transitions') ? { transitions: transitionsView(viewing, issue) } : {}),
    ...(detail.expand.has('editmeta') ? { editmeta: editMetaView(viewing, issue) } : {}),
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    fields: issueFields(viewing, issue, detail.fields),
    ...(detail.expand.has('names') ? { names: fieldNames(state, detail.fields) } : {}),
    ...(detail.expand.has('schema') ? { schema: fieldSchemas(state, detail.fields) } : {}),
  };
}

function issueFields(
  viewing: Viewing,
  issue: Issue,
  selection: FieldSelection,
): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const id of selection.system) fields[id] = RENDERERS[id]?.(viewing, issue);
  for (const { id, type } of selection.custom)
    fields[id] = customValue(viewing, issue.customs[id] ?? null, type);
  return fields;
}

function customValue(viewing: Viewing, value: unknown, type: string): unknown {
  if (value === null) return null;
  if (type === 'text')
    return textView(
      typeof value === 'string' ? value : { adf: JSON.stringify(value) },
      viewing.version,
    );
  return type === 'user' && typeof value === 'string' ? personView(viewing.state, value) : value;
}

/** Display names of the selected fields. */
export function fieldNames(
  state: SiteState,
  selection: FieldSelection,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    selectedFields(state, selection).map((field) => [field.id, field.name]),
  );
}

export function fieldSchemas(
  state: SiteState,
  selection: FieldSelection,
): Readonly<Record<string, object>> {
  return Object.fromEntries(
    selectedFields(state, selection).map((field) => [field.id, field.schema]),
  );
}
