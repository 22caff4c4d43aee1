import type { Project, Issue } from '../model/issue';
import type { SiteState } from '../model/site-state';
import { completeWorkflow } from '../model/workflow';
import type { Actor } from './actor';
import { emitUpdate } from './issue-events';
import { recordChange } from './record-change';

/** Takes an issue to another project, where it gets another key; the old one still leads to it. */
export function moveIssue(state: SiteState, actor: Actor, issue: Issue, project: Project): void {
  if (project === issue.project) return;
  if (project.statuses.length === 0) completeWorkflow(state, project);
  const before = { project: issue.project, key: issue.key };
  issue.project.issues.delete(issue);
  project.lastNumber += 1;
  issue.project = project;
  issue.number = project.lastNumber;
  issue.key = `${project.key}-${issue.number}`;
  state.issuesByKey.set(issue.key.toUpperCase(), issue);
  project.issues.add(issue);
  const items = [
    {
      field: 'project',
      fieldId: 'project',
      from: before.project.id,
      fromText: before.project.name,
      to: project.id,
      toText: project.name,
    },
    { field: 'Key', fieldId: null, from: null, fromText: before.key, to: null, toText: issue.key },
  ];
  emitUpdate(state, actor, issue, recordChange(state, actor, issue, items), items);
}
