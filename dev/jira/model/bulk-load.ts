import type { SiteSnapshot, SnapshotIssue } from '../snapshot';
import {
  ensureLinkType,
  ensurePriority,
  ensureResolution,
  ensureStatus,
  ensureType,
  fillCatalogues,
} from './fill-catalogues';
import { addUser, ensureProject, fillProject } from './fill-projects';
import { customsOf, namedEntities, storedChanges, storedComments } from './fill-issue-parts';
import type { Issue, IssueStub } from './issue';
import { readMoment } from './jira-dates';
import { attachLink, nextIssueId, registerIssue } from './register';
import { storeText } from './rich-text';
import type { SiteState } from './site-state';
import { completeWorkflow } from './workflow';

/** Takes in a whole snapshot silently: no events, no changelog. Throws on a duplicate key, a bad date, or a link to nothing. */
export function bulkLoad(state: SiteState, snapshot: SiteSnapshot): void {
  fillCatalogues(state, snapshot);
  for (const user of snapshot.users) addUser(state, user);
  for (const project of snapshot.projects) fillProject(state, project);
  const parents = new Map<Issue, string>();
  for (const given of snapshot.issues) {
    const issue = addIssue(state, given);
    const parent = given.parentKey ?? given.epicKey;
    if (parent !== null && parent !== undefined) parents.set(issue, parent);
  }
  for (const [issue, key] of parents) setParent(state, issue, key);
  for (const project of state.projects.values()) completeWorkflow(state, project);
  for (const stub of snapshot.stubs ?? []) {
    addStub(state, {
      stub: true,
      id: nextIssueId(state, stub.id),
      key: stub.key,
      summary: stub.summary ?? '',
      type: stub.typeName === undefined ? null : ensureType(state, stub.typeName),
      status: stub.statusName === undefined ? null : ensureStatus(state, stub.statusName),
      priority:
        stub.priority === undefined || stub.priority === null
          ? null
          : ensurePriority(state, stub.priority),
    });
  }
  for (const link of snapshot.links)
    addLink(state, link.typeName, link.sourceKey, link.destinationKey, link.id);
  state.revision += 1;
}

function addIssue(state: SiteState, given: SnapshotIssue): Issue {
  if (state.issuesByKey.has(given.key.toUpperCase()))
    throw new Error(`Issue ${given.key} is there twice.`);
  const project = ensureProject(state, given.projectKey);
  const created = readMoment(given.key, given.created);
  const status = ensureStatus(state, given.statusName);
  const number = Number(/-(\d+)$/.exec(given.key)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) throw new Error(`Issue key ${given.key} has no number.`);
  const updated = given.updated === undefined ? created : readMoment(given.key, given.updated);
  const resolved =
    given.resolutiondate === null || given.resolutiondate === undefined
      ? null
      : readMoment(given.key, given.resolutiondate);
  const history = storedChanges(state, given);
  const issue: Issue = {
    stub: false,
    id: nextIssueId(state, given.id),
    key: given.key,
    number,
    project,
    type: ensureType(state, given.typeName),
    status,
    summary: given.summary,
    description: storeText(given.description),
    environment: storeText(given.environment),
    priority:
      given.priority === null || given.priority === undefined
        ? null
        : ensurePriority(state, given.priority),
    resolution:
      given.resolution === null || given.resolution === undefined
        ? null
        : ensureResolution(state, given.resolution),
    reporter: given.reporter ?? null,
    assignee: given.assignee ?? null,
    creator: given.creator ?? given.reporter ?? null,
    created,
    updated,
    edited: updated,
    resolved,
    statusCategoryChanged:
      history.findLast((change) => change.items.some((item) => item.field === 'status'))?.created ??
      resolved ??
      created,
    due: given.duedate ?? null,
    labels: given.labels ?? [],
    ...namedEntities(state, project, given),
    parent: null,
    children: [],
    links: [],
    comments: storedComments(state, given),
    history,
    anonymousVotes: Math.max(0, (given.votes ?? 0) - (given.voters ?? []).length),
    anonymousWatches: Math.max(0, (given.watches ?? 0) - (given.watchers ?? []).length),
    voters: given.voters ?? [],
    watchers: given.watchers ?? [],
    attachmentCount: given.attachmentCount ?? 0,
    originalEstimate: given.timeoriginalestimate ?? null,
    timeSpent: given.timespent ?? null,
    security: null,
    customs: customsOf(state, given),
    properties: {},
  };
  if (!project.statuses.includes(status)) project.statuses.push(status);
  project.lastNumber = Math.max(project.lastNumber, number);
  registerIssue(state, issue);
  return issue;
}

/** A parent outside the import is left out: Jira would not let an issue point at nothing. */
function setParent(state: SiteState, issue: Issue, key: string): void {
  const parent = state.issuesByKey.get(key.toUpperCase());
  if (parent === undefined || parent === issue) return;
  issue.parent = parent;
  parent.children = [...parent.children, issue];
}

function addStub(state: SiteState, stub: IssueStub): IssueStub {
  const known = state.stubsByKey.get(stub.key.toUpperCase());
  if (known !== undefined || state.issuesByKey.has(stub.key.toUpperCase())) return known ?? stub;
  state.stubsByKey.set(stub.key.toUpperCase(), stub);
  const [, project = '', number = ''] = /^(.+)-(\d+)$/.exec(stub.key.toUpperCase()) ?? [];
  const home = state.projects.get(project);
  // A new issue must not take the key of one that exists elsewhere.
  if (home !== undefined) home.lastNumber = Math.max(home.lastNumber, Number(number));
  return stub;
}

function addLink(
  state: SiteState,
  typeName: string,
  sourceKey: string,
  destinationKey: string,
  wanted?: string,
): void {
  const end = (key: string) =>
    state.issuesByKey.get(key.toUpperCase()) ??
    state.stubsByKey.get(key.toUpperCase()) ??
    addStub(state, {
      stub: true,
      id: nextIssueId(state),
      key,
      summary: '',
      type: null,
      status: null,
      priority: null,
    });
  const source = end(sourceKey);
  const destination = end(destinationKey);
  if (source.stub && destination.stub)
    throw new Error(
      `The link from ${sourceKey} to ${destinationKey} touches no issue of the import.`,
    );
  const asked = Number(wanted);
  const id =
    Number.isSafeInteger(asked) && asked > 0 && !state.links.has(asked)
      ? asked
      : state.lastLinkId + 1;
  state.lastLinkId = Math.max(state.lastLinkId, id);
  attachLink(state, { id, type: ensureLinkType(state, typeName), source, destination });
}
