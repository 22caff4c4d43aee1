import type { Project } from '../model/issue';
import { fillProject } from '../model/fill-projects';
import { findProject, type SiteState } from '../model/site-state';
import { projectView } from '../views/entity-views';
import type { Actor } from './actor';

/**
 * What administrators do with whole projects. Jira tells of it with one event of the project and none of its issues, and of what
 * happens to the app's own access with none at all.
 */
export interface ProjectLifecycle {
  /** Into the trash, from where it can be restored. */
  trash(key: string): void;
  restore(key: string): void;
  /** For good, with all its issues. */
  remove(key: string): void;
  archive(key: string): void;
  unarchive(key: string): void;
  /** By a data security policy, or by taking the app's role from the project. */
  hideFromApp(key: string): void;
  showToApp(key: string): void;
  /** Its issues get new keys; the old ones, and the project's, go on leading there. */
  rename(key: string, to: string): void;
  /** A new one, which may take a key that another had before. */
  create(key: string, name: string): void;
}

export function projectLifecycle(state: SiteState, actor: () => Actor): ProjectLifecycle {
  const named = (key: string): Project => {
    const project = findProject(state, key);
    if (project === undefined) throw new Error(`No project ${key}`);
    return project;
  };
  const tell = (what: string, project: Project): void => {
    actor().emit({
      name: `avi:jira:${what}:project`,
      payload: { project: projectView(state, project) },
      selfGenerated: false,
    });
  };
  const putAway = (key: string, how: 'trashed' | 'archived' | 'hidden'): Project => {
    const project = named(key);
    state.away.set(project.id, how);
    state.revision += 1;
    return project;
  };
  const takeBack = (key: string): Project => {
    const project = named(key);
    state.away.delete(project.id);
    state.revision += 1;
    return project;
  };
  return {
    trash: (key) => tell('softdeleted', putAway(key, 'trashed')),
    restore: (key) => tell('restored', takeBack(key)),
    remove(key) {
      const project = named(key);
      removeProject(state, project);
      tell('deleted', project);
    },
    archive: (key) => tell('archived', putAway(key, 'archived')),
    unarchive: (key) => tell('unarchived', takeBack(key)),
    hideFromApp: (key) => void putAway(key, 'hidden'),
    showToApp: (key) => void takeBack(key),
    rename(key, to) {
      const project = named(key);
      renameProject(state, project, to);
      tell('updated', project);
    },
    create(key, name) {
      if (state.projects.has(key.toUpperCase())) throw new Error(`There is a project ${key}`);
      const project = fillProject(state, { key, name });
      state.revision += 1;
      tell('created', project);
    },
  };
}

function removeProject(state: SiteState, project: Project): void {
  for (const issue of project.issues) {
    state.issues.delete(issue.id);
    for (const link of issue.links) {
      state.links.delete(link.id);
      for (const end of [link.source, link.destination])
        if (!end.stub) end.links = end.links.filter((each) => each !== link);
    }
  }
  for (const [key, issue] of state.issuesByKey)
    if (issue.project === project) state.issuesByKey.delete(key);
  for (const [key, each] of state.projects) if (each === project) state.projects.delete(key);
  for (const [key, each] of state.formerKeys) if (each === project) state.formerKeys.delete(key);
  state.revision += 1;
}

function renameProject(state: SiteState, project: Project, to: string): void {
  state.projects.delete(project.key.toUpperCase());
  state.formerKeys.set(project.key.toUpperCase(), project);
  project.key = to;
  state.projects.set(to.toUpperCase(), project);
  for (const issue of project.issues) {
    issue.key = `${to}-${issue.number}`;
    state.issuesByKey.set(issue.key.toUpperCase(), issue);
  }
  state.revision += 1;
}
