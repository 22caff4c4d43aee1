import type { IssueType, Project } from './entities';
import type { SiteState } from './site-state';

export interface ScreenTab {
  readonly id: number;
  readonly name: string;
  /** Ids of fields, in order. */
  readonly fields: string[];
}

export interface Screen {
  readonly id: number;
  readonly name: string;
  readonly tabs: readonly ScreenTab[];
}

/** Which screens the work items of a project have; as in a company-managed software project, bugs have a screen of their own. */
export interface ProjectScreens {
  readonly project: Project;
  /** Of the scheme that says by work type which screens are used. */
  readonly schemeId: string;
  readonly mappings: readonly { readonly issueTypeId: string; readonly screenSchemeId: string }[];
  readonly screenSchemes: readonly {
    readonly id: number;
    readonly name: string;
    readonly screen: Screen;
  }[];
}

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
