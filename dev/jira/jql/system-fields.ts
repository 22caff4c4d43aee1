import type { Issue } from '../model/issue';
import { toPlain } from '../model/rich-text';
import { findProject, type SiteState } from '../model/site-state';
import { mayInProject } from '../model/permissions';
import { STATUS_CATEGORY_KEYS } from '../views/entity-views';
import type { StatusCategoryKey } from '../snapshot';
import { attachments, issueLink } from './attached-fields';
import { issueField, linkWords, visibleIssue } from './issue-fields';
import { listed } from './listed-field';
import { versionField } from './version-fields';
import {
  dateField,
  durationField,
  numberField,
  textField,
  userField,
  wordsField,
} from './field-kinds';
import { EQUALITY, EQUALITY_WITHOUT_EMPTY, ORDERED, type JqlField } from './jql-field';
import { unknownValue } from './jql-problem';

const CATEGORY_NAMES: Readonly<Record<StatusCategoryKey, readonly string[]>> = {
  new: ['to do', 'new', '2'],
  indeterminate: ['in progress', 'indeterminate', '4'],
  done: ['done', 'complete', '3'],
};

const one = <T>(item: T | null): readonly T[] => (item === null ? [] : [item]);
const allProjects = (state: SiteState) => [...state.projects.values()];

const project = listed('project', allProjects, (issue) => [issue.project], {
  resolve: (text, { state, viewer }) => {
    const named = allProjects(state).filter(
      (each) => each.name.toLowerCase() === text.toLowerCase(),
    );
    const found = one(findProject(state, text) ?? null)
      .concat(named)
      .filter((each) => mayInProject(state, viewer, each, 'BROWSE_PROJECTS'));
    if (found.length === 0) throw unknownValue(text, 'project');
    return found;
  },
  sortKey: (issue) => issue.project.key,
  lookUp: function* (values) {
    for (const value of new Set(values))
      yield* (value as { readonly issues: ReadonlySet<Issue> }).issues;
  },
});

const status = listed(
  'status',
  (state) => state.statuses.all(),
  (issue) => [issue.status],
);
const priority = listed(
  'priority',
  (state) => state.priorities.all(),
  (issue) => one(issue.priority),
  {
    operators: ORDERED,
    downwards: true,
    // The list runs from highest to lowest, and a higher priority is "greater".
    rank: (value, { state }) => -state.priorities.rank(value as never),
    sortKey: (issue, { state }) =>
      issue.priority === null ? null : -state.priorities.rank(issue.priority),
  },
);
const resolution = listed(
  'resolution',
  (state) => state.resolutions.all(),
  (issue) => one(issue.resolution),
  {
    resolve: (text, { state }) => {
      // Jira takes the word it shows for no resolution as a value.
      if (text.toLowerCase() === 'unresolved') return [];
      const found = state.resolutions.byName(text) ?? state.resolutions.byId(text);
      if (found === undefined) throw unknownValue(text, 'resolution');
      return [found];
    },
  },
);

const statusCategory: JqlField = {
  name: 'statusCategory',
  operators: EQUALITY_WITHOUT_EMPTY,
  values: (issue) => [issue.status.category],
  resolve: (text) => {
    const key = STATUS_CATEGORY_KEYS.find((each) =>
      CATEGORY_NAMES[each].includes(text.toLowerCase()),
    );
    if (key === undefined) throw unknownValue(text, 'statusCategory');
    return [key];
  },
  sortKey: (issue) => STATUS_CATEGORY_KEYS.indexOf(issue.status.category),
};

const downward = (field: JqlField): JqlField => ({ ...field, downwards: true });

const parent: JqlField = {
  name: 'parent',
  operators: EQUALITY,
  values: (issue) => (issue.parent === null ? [] : [issue.parent.id]),
  resolve: (text, env) => [visibleIssue(text, 'parent', env).id],
  sortKey: (issue) => issue.parent?.id ?? null,
  lookUp: function* (values, { state }) {
    for (const value of values) yield* state.issues.get(value as number)?.children ?? [];
  },
};

const issueLinkType: JqlField = {
  name: 'issueLinkType',
  operators: EQUALITY,
  values: (issue) => issue.links.flatMap((link) => linkWords(issue, link)),
  resolve: (text, { state }) => {
    const words = text.toLowerCase();
    if (
      !state.linkTypes
        .all()
        .some((type) =>
          [type.name, type.inward, type.outward].some((each) => each.toLowerCase() === words),
        )
    )
      throw unknownValue(text, 'issueLinkType');
    return [words];
  },
};

const comments = (issue: Issue) => issue.comments.map((comment) => toPlain(comment.body));

/** By every name that JQL knows them by, in lower case. */
export const SYSTEM_JQL_FIELDS: ReadonlyMap<string, JqlField> = new Map<string, JqlField>([
  ...named(issueField, 'key', 'issuekey', 'id', 'issue'),
  ...named(project, 'project'),
  ...named(
    listed(
      'issuetype',
      (state) => state.types.all(),
      (issue) => [issue.type],
      {
        functions: {
          standardissuetypes: (_, { state }) => state.types.all().filter(({ subtask }) => !subtask),
          subtaskissuetypes: (_, { state }) => state.types.all().filter(({ subtask }) => subtask),
        },
      },
    ),
    'issuetype',
    'type',
  ),
  ...named(status, 'status'),
  ...named(statusCategory, 'statuscategory'),
  ...named(priority, 'priority'),
  ...named(resolution, 'resolution'),
  ...named(
    userField('assignee', (issue) => one(issue.assignee)),
    'assignee',
  ),
  ...named(
    userField('reporter', (issue) => one(issue.reporter)),
    'reporter',
  ),
  ...named(
    userField('creator', (issue) => one(issue.creator)),
    'creator',
  ),
  ...named(
    userField('watcher', (issue) => issue.watchers),
    'watcher',
  ),
  ...named(
    userField('voter', (issue) => issue.voters),
    'voter',
  ),
  ...named(
    wordsField('labels', (issue) => issue.labels),
    'labels',
    'label',
  ),
  ...named(
    listed(
      'component',
      (state) => allProjects(state).flatMap((each) => each.components),
      (issue) => issue.components,
    ),
    'component',
    'components',
  ),
  ...named(
    versionField('fixVersion', (issue) => issue.fixVersions),
    'fixversion',
  ),
  ...named(
    versionField('affectedVersion', (issue) => issue.versions),
    'affectedversion',
    'affectsversion',
  ),
  ...named(downward(dateField('created', (issue) => issue.created)), 'created', 'createddate'),
  ...named(downward(dateField('updated', (issue) => issue.updated)), 'updated', 'updateddate'),
  ...named(
    downward(dateField('resolved', (issue) => issue.resolved)),
    'resolved',
    'resolutiondate',
  ),
  ...named(
    downward(dateField('statusCategoryChangedDate', (issue) => issue.statusCategoryChanged)),
    'statuscategorychangeddate',
  ),
  ...named(
    dateField('due', (issue) => (issue.due === null ? null : Date.parse(issue.due)), true),
    'due',
    'duedate',
  ),
  ...named(
    textField(
      'summary',
      (issue) => [issue.summary],
      (issue) => issue.summary.toLowerCase(),
    ),
    'summary',
  ),
  ...named(
    textField('description', (issue) => [toPlain(issue.description)]),
    'description',
  ),
  ...named(
    textField('environment', (issue) => [toPlain(issue.environment)]),
    'environment',
  ),
  ...named(textField('comment', comments), 'comment'),
  ...named(
    textField('text', (issue) => [
      issue.summary,
      toPlain(issue.description),
      toPlain(issue.environment),
      ...comments(issue),
    ]),
    'text',
  ),
  ...named(
    downward(numberField('votes', (issue) => issue.anonymousVotes + issue.voters.length)),
    'votes',
  ),
  ...named(
    downward(numberField('watchers', (issue) => issue.anonymousWatches + issue.watchers.length)),
    'watchers',
  ),
  ...named(
    numberField('hierarchyLevel', (issue) => issue.type.hierarchyLevel),
    'hierarchylevel',
  ),
  ...named(downward(durationField('timespent', (issue) => issue.timeSpent)), 'timespent'),
  ...named(
    durationField('originalEstimate', (issue) => issue.originalEstimate),
    'originalestimate',
    'timeoriginalestimate',
  ),
  ...named(attachments, 'attachments'),
  ...named(issueLink, 'issuelink'),
  ...named(parent, 'parent'),
  ...named(issueLinkType, 'issuelinktype'),
]);

function named(
  field: JqlField,
  ...names: readonly string[]
): readonly (readonly [string, JqlField])[] {
  return names.map((name) => [name, field] as const);
}
