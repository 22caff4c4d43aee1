import type { ProjectScreens } from './screen';
import type { IssueType } from './entities';
import type { Project } from './issue';
import type { SiteState } from './site-state';

const DEFAULT_FIELDS = [
  'summary',
  'issuetype',
  'priority',
  'duedate',
  'assignee',
  'reporter',
  'labels',
  'components',
  'fixVersions',
  'versions',
  'description',
  'issuelinks',
];

/** Made when somebody first looks, from the fields that the site has then: an app's own fields are on no screen until an administrator adds them. */
export function screensOf(state: SiteState, project: Project): ProjectScreens {
  const known = state.screens.get(project.id);
  if (known !== undefined) return known;
  const base = Number(project.id) * 10;
  const fields = [
    ...DEFAULT_FIELDS,
    ...state.fields
      .all()
      .filter(({ app }) => app === null)
      .map(({ id }) => id),
  ];
  const schemeOf = (n: number, kind: string) => ({
    id: base + n,
    name: `${project.key}: ${kind} Screen Scheme`,
    screen: {
      id: base + n,
      name: `${project.key}: ${kind} Screen`,
      tabs: [{ id: base + n, name: 'Field Tab', fields: [...fields] }],
    },
  });
  const [normal, forBugs] = [schemeOf(1, 'Default Issue'), schemeOf(2, 'Bug')];
  const bug: IssueType | undefined = state.types.all().find(({ name }) => name === 'Bug');
  const made: ProjectScreens = {
    project,
    schemeId: String(base),
    mappings: [
      { issueTypeId: 'default', screenSchemeId: String(normal.id) },
      ...(bug === undefined ? [] : [{ issueTypeId: bug.id, screenSchemeId: String(forBugs.id) }]),
    ],
    screenSchemes: bug === undefined ? [normal] : [normal, forBugs],
  };
  state.screens.set(project.id, made);
  return made;
}

export function allScreens(state: SiteState): readonly ProjectScreens[] {
  return [...state.projects.values()].map((project) => screensOf(state, project));
}
