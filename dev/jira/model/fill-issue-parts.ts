import type { SnapshotIssue } from '../snapshot';
import { FLAG_OPTION } from './defaults';
import type { Component, Version } from './entities';
import type { Project, Change, Comment } from './issue';
import { ensureField } from './fill-catalogues';
import { ensureComponent, ensureUser, ensureVersion } from './fill-projects';
import { readMoment } from './jira-dates';
import { storeText } from './rich-text';
import type { SiteState } from './site-state';

export function namedEntities(
  state: SiteState,
  project: Project,
  given: SnapshotIssue,
): {
  readonly components: readonly Component[];
  readonly versions: readonly Version[];
  readonly fixVersions: readonly Version[];
} {
  for (const accountId of [given.reporter, given.assignee, given.creator])
    ensureUser(state, accountId);
  return {
    components: (given.components ?? []).map((name) => ensureComponent(state, project, name)),
    versions: (given.versions ?? []).map((name) => ensureVersion(state, project, name)),
    fixVersions: (given.fixVersions ?? []).map((name) => ensureVersion(state, project, name)),
  };
}

export function storedComments(state: SiteState, given: SnapshotIssue): readonly Comment[] {
  return (given.comments ?? []).map((comment) => {
    const created = readMoment(given.key, comment.created);
    return {
      id: takeId(state, 'lastCommentId', comment.id),
      author: ensureUser(state, comment.author),
      created,
      updated: comment.updated === undefined ? created : readMoment(given.key, comment.updated),
      body: storeText(comment.body),
      isPublic: comment.isPublic ?? true,
    };
  });
}

export function storedChanges(state: SiteState, given: SnapshotIssue): readonly Change[] {
  return (given.changelog ?? [])
    .map((change) => ({
      id: takeId(state, 'lastChangeId', change.id),
      author: ensureUser(state, change.author),
      created: readMoment(given.key, change.created),
      items: change.items.map((item) => ({
        field: item.field,
        fieldId: item.fieldId ?? null,
        from: item.from ?? null,
        fromText: item.fromText ?? null,
        to: item.to ?? null,
        toText: item.toText ?? null,
      })),
    }))
    .sort((a, b) => a.created - b.created);
}

export function customsOf(
  state: SiteState,
  given: SnapshotIssue,
): Readonly<Record<string, unknown>> {
  const customs: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(given.customs ?? {})) {
    if (value === null || value === undefined) continue;
    ensureField(state, id);
    customs[id] = value;
  }
  for (const sprint of given.sprints ?? []) state.sprints.set(sprint.id, sprint);
  const sprintField = state.fields.all().find((field) => field.type === 'sprint');
  if (sprintField !== undefined && given.sprints !== undefined && given.sprints.length > 0) {
    // One object for a sprint however many issues are in it.
    customs[sprintField.id] = given.sprints.map((sprint) => state.sprints.get(sprint.id) ?? sprint);
  }
  const flag = state.fields.byName('Flagged');
  if (given.flagged === true && flag !== undefined) customs[flag.id] = [FLAG_OPTION];
  return customs;
}

function takeId(
  state: SiteState,
  counter: 'lastCommentId' | 'lastChangeId',
  wanted: string | undefined,
): string {
  const id = Number(wanted);
  if (Number.isSafeInteger(id) && id > 0) {
    state[counter] = Math.max(state[counter], id);
    return String(id);
  }
  state[counter] += 1;
  return String(state[counter]);
}
