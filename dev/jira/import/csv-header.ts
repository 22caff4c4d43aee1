/** What a column of Jira's CSV export holds, told from its title. */
export type CsvColumn =
  | { readonly kind: 'single'; readonly field: string }
  | { readonly kind: 'list'; readonly field: string }
  | { readonly kind: 'named'; readonly field: string }
  | { readonly kind: 'named-list'; readonly field: string }
  | { readonly kind: 'person'; readonly field: string }
  | { readonly kind: 'person-id'; readonly field: string }
  | { readonly kind: 'link'; readonly typeName: string; readonly outward: boolean }
  | { readonly kind: 'custom'; readonly id: string; readonly name: string }
  | { readonly kind: 'ignored' };

const TITLES: Readonly<Record<string, CsvColumn>> = Object.fromEntries<CsvColumn>([
  ...['key', 'issue key', 'issuekey', 'issue_key'].map(
    (title) => [title, { kind: 'single', field: 'key' }] as const,
  ),
  ...Object.entries({
    'issue id': 'id',
    'parent id': 'parentId',
    'parent key': 'parentKey',
    parent: 'parentRef',
    'project key': 'projectKey',
    'project name': 'projectName',
    'project type': 'projectType',
    summary: 'summary',
    description: 'description',
    environment: 'environment',
    created: 'created',
    updated: 'updated',
    resolved: 'resolutiondate',
    'resolution date': 'resolutiondate',
    'due date': 'duedate',
    due: 'duedate',
    votes: 'votes',
    'original estimate': 'timeoriginalestimate',
    'time spent': 'timespent',
    'status category': 'statusCategory',
    'epic link': 'epic',
    flagged: 'flagged',
  }).map(([title, field]) => [title, { kind: 'single', field }] as const),
  ...Object.entries({
    labels: 'labels',
    label: 'labels',
    comment: 'comment',
    comments: 'comment',
    sprint: 'sprint',
    watchers: 'watchers',
    attachment: 'attachment',
    attachments: 'attachment',
  }).map(([title, field]) => [title, { kind: 'list', field }] as const),
  ...Object.entries({
    'issue type': 'issuetype',
    type: 'issuetype',
    status: 'status',
    priority: 'priority',
    resolution: 'resolution',
  }).map(([title, field]) => [title, { kind: 'named', field }] as const),
  ...Object.entries({
    'component/s': 'components',
    components: 'components',
    component: 'components',
    'affects version/s': 'versions',
    'affects versions': 'versions',
    'fix version/s': 'fixVersions',
    'fix versions': 'fixVersions',
    'fix version': 'fixVersions',
  }).map(([title, field]) => [title, { kind: 'named-list', field }] as const),
  ...['assignee', 'reporter', 'creator'].flatMap((field) => [
    [field, { kind: 'person', field }] as const,
    [`${field} id`, { kind: 'person-id', field }] as const,
  ]),
]);

/** Jira gives its own custom fields numbers from 10000 up; CSV has none, so these begin where no site does. */
const FIRST_CUSTOM = 90_000;

/** Ids of custom fields by name, the same in the whole file. */
export type CustomIds = Map<string, string>;

/** Several exports put together have a header in the middle, each with its own columns. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const titles = new Set(cells.map((cell) => cell.trim().toLowerCase()));
  return titles.has('issue key') && titles.has('summary');
}

/** The columns of a header line, in order. A custom field that comes several times is one field with a list. */
export function readHeader(titles: readonly string[], customs: CustomIds): readonly CsvColumn[] {
  return titles.map((title): CsvColumn => {
    const link = /^(Inward|Outward) issue link \((.+)\)$/i.exec(title.trim());
    if (link) return { kind: 'link', outward: /^o/i.test(link[1] ?? ''), typeName: link[2] ?? '' };
    const custom = /^Custom field \((.+)\)$/is.exec(title.trim())?.[1];
    const known =
      TITLES[
        (custom && /^(sprint|epic link|flagged)$/i.test(custom) ? custom : title)
          .trim()
          .toLowerCase()
      ];
    if (known || custom === undefined) return known ?? { kind: 'ignored' };
    const id = customs.get(custom) ?? `customfield_${FIRST_CUSTOM + customs.size}`;
    customs.set(custom, id);
    return { kind: 'custom', id, name: custom };
  });
}
