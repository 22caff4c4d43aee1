// jira-client of npm, through both versions of the API: a JSON object a line for each call, as the other clients here write it.
import JiraApi from 'jira-client';

const [url, version] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const client = `jira-client, API ${version}`;
const jira = new JiraApi({
  protocol: 'http',
  host: hostname,
  port,
  username: 'admin@example.com',
  password: 'local',
  apiVersion: version,
});

const tell = (call, hoped, came) => console.log(JSON.stringify({ client, call, hoped, came }));
const said = (problem) =>
  `${problem.statusCode} ${JSON.stringify(problem.error ?? problem.message)}`;

async function right(call, run, holds = () => true) {
  try {
    const value = await run();
    const fits = await holds(value);
    tell(call, 'right', fits ? 'right' : `gave ${JSON.stringify(value)?.slice(0, 300)}`);
    return value;
  } catch (problem) {
    tell(call, 'right', said(problem).slice(0, 300));
    return undefined;
  }
}

async function fails(call, hoped, run, holds) {
  try {
    tell(call, hoped, `gave ${JSON.stringify(await run())?.slice(0, 300)}`);
  } catch (problem) {
    tell(call, hoped, holds(problem) ? hoped : said(problem).slice(0, 300));
  }
}
const refused = (call, run) =>
  fails(call, 'refused', run, (problem) => said(problem).includes('The stand-in does not model'));
const asJira = (call, run, words) =>
  fails(call, 'right', run, (problem) => said(problem).includes(words));

const text = (words) =>
  version === '2'
    ? words
    : {
        type: 'doc',
        version: 1,
        content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
      };
const shown = (body) => (typeof body === 'string' ? body : JSON.stringify(body));

await right(
  'getCurrentUser',
  () => jira.getCurrentUser(),
  (it) => it.displayName === 'Local Admin',
);
await right(
  'listProjects',
  () => jira.listProjects(),
  (it) => it.some(({ key }) => key === 'QUAY'),
);
await right(
  'getProject',
  () => jira.getProject('QUAY'),
  (it) => it.issueTypes.length > 0,
);
await right(
  'listFields',
  () => jira.listFields(),
  (it) => it.length > 20,
);
await right(
  'listPriorities',
  () => jira.listPriorities(),
  (it) => it[0].statusColor !== undefined,
);
await right(
  'listIssueTypes',
  () => jira.listIssueTypes(),
  (it) => it.length > 3,
);
await right(
  'listStatus',
  () => jira.listStatus(),
  (it) => it.length > 3,
);
await right(
  'listIssueLinkTypes',
  () => jira.listIssueLinkTypes(),
  (it) => it.issueLinkTypes.length > 1,
);
await right(
  'listComponents',
  () => jira.listComponents('QUAY'),
  (it) => it[0].projectId > 0,
);
await right(
  'getVersions',
  () => jira.getVersions('QUAY'),
  (it) => it.length > 0,
);
await right(
  'getUser',
  () => jira.getUser('sample-mara'),
  (it) => it.displayName === 'Mara Lindqvist',
);
await right(
  'getUser, groups',
  () => jira.getUser('local-admin', 'groups'),
  (it) => it.groups.items.length === 1,
);
await right(
  'searchUsers',
  () => jira.searchUsers({ query: 'mara' }),
  (it) => it.length === 1,
);
await asJira('searchUsers by user name', () => jira.searchUsers({ username: 'mara' }), 'GDPR');
await asJira('searchJira', () => jira.searchJira('project = QUAY'), '/search/jql');
await asJira('getUsersIssues', () => jira.getUsersIssues('mara', true), '/search/jql');

await right(
  'findIssue',
  () => jira.findIssue('QUAY-328', 'changelog,names', 'summary,status'),
  (it) => it.changelog.total > 0 && it.names.summary === 'Summary',
);
await refused('findIssue, rendered', () => jira.findIssue('QUAY-328', 'renderedFields'));
await right(
  'getIssueChangelog',
  () => jira.getIssueChangelog('QUAY-328'),
  (it) => it.values.length > 0,
);
await right(
  'getIssueWatchers',
  () => jira.getIssueWatchers('QUAY-328'),
  (it) => it.watchers.length === it.watchCount,
);

const fields = {
  project: { key: 'QUAY' },
  issuetype: { name: 'Task' },
  summary: 'Made by a client',
  description: text('As it was'),
};
const { key } =
  (await right(
    'addNewIssue',
    () => jira.addNewIssue({ fields }),
    (it) => it.self.includes(`/rest/api/${version}/`),
  )) ?? {};
const again = async () => (await jira.findIssue(key)).fields;
await asJira(
  'addNewIssue, unknown field',
  () => jira.addNewIssue({ fields: { ...fields, colour: 'red' } }),
  'colour',
);
await right(
  'addNewIssue, properties',
  () => jira.addNewIssue({ fields, properties: [{ key: 'client', value: 'yes' }] }),
  async (it) => (await jira.getIssueProperty(it.key, 'client')).value === 'yes',
);
await right(
  'updateIssue',
  () => jira.updateIssue(key, { fields: { summary: 'Changed' } }),
  async () => (await again()).summary === 'Changed',
);
await right(
  'updateIssue, labels',
  () => jira.updateIssue(key, { update: { labels: [{ add: 'one' }] } }),
  async () => (await again()).labels.length === 1,
);
await right(
  'updateIssue, without mails',
  () => jira.updateIssue(key, { fields: { description: text('Now') } }, { notifyUsers: false }),
  async () => shown((await again()).description).includes('Now'),
);
await asJira('updateAssignee', () => jira.updateAssignee(key, 'mara'), 'GDPR');
await right(
  'updateAssigneeWithId',
  () => jira.updateAssigneeWithId(key, 'sample-mara'),
  async () => (await again()).assignee.accountId === 'sample-mara',
);
await right(
  'addWatcher',
  () => jira.addWatcher(key, 'sample-teo'),
  async () => (await jira.getIssueWatchers(key)).watchCount === 2,
);

const { id } =
  (await right(
    'addComment',
    () => jira.addComment(key, text('First')),
    (it) => shown(it.body).includes('First'),
  )) ?? {};
await right(
  'updateComment',
  () => jira.updateComment(key, id, text('Second')),
  (it) => shown(it.body).includes('Second'),
);
await right(
  'getComments',
  () => jira.getComments(key),
  (it) => it.total === 1,
);
await right(
  'getComment',
  () => jira.getComment(key, id),
  (it) => it.id === id,
);
await refused('addCommentAdvanced, for a role', () =>
  jira.addCommentAdvanced(key, {
    body: text('Secret'),
    visibility: { type: 'role', value: 'Administrators' },
  }),
);
await right(
  'addCommentAdvanced, internal',
  () =>
    jira.addCommentAdvanced(key, {
      body: text('Note'),
      properties: [{ key: 'sd.public.comment', value: { internal: true } }],
    }),
  (it) => it.jsdPublic === false,
);
await right('deleteComment', () => jira.deleteComment(key, id));

const { transitions = [] } =
  (await right(
    'listTransitions',
    () => jira.listTransitions(key),
    (it) => it.transitions.length > 1,
  )) ?? {};
const done = transitions.find(({ name }) => name === 'Done');
await right(
  'transitionIssue',
  () => jira.transitionIssue(key, { transition: { id: done?.id } }),
  async () => (await again()).status.name === 'Done',
);
await right('transitionIssue, number', () =>
  jira.transitionIssue(key, { transition: { id: Number(transitions[0]?.id) } }),
);
await right(
  'issueLink',
  () =>
    jira.issueLink({
      type: { name: 'Relates' },
      inwardIssue: { key },
      outwardIssue: { key: 'QUAY-328' },
    }),
  async () => (await again()).issuelinks.length === 1,
);
await right(
  'deleteIssueLink',
  async () => jira.deleteIssueLink((await again()).issuelinks[0].id),
  async () => (await again()).issuelinks.length === 0,
);
await right('deleteIssue', () => jira.deleteIssue(key));
await asJira('findIssue after that', () => jira.findIssue(key), 'does not exist');

for (const [call, run] of Object.entries({
  getIssue: () => jira.getIssue('QUAY-328'),
  getAllBoards: () => jira.getAllBoards(),
  getRemoteLinks: () => jira.getRemoteLinks('QUAY-328'),
  addWorklog: () => jira.addWorklog('QUAY-328', { timeSpent: '1h' }),
  getIssueWorklogs: () => jira.getIssueWorklogs('QUAY-328'),
  issueNotify: () => jira.issueNotify('QUAY-328', { subject: 'x' }),
  getUsers: () => jira.getUsers(),
  getMembersOfGroup: () => jira.getMembersOfGroup('site-admins'),
  listWebhooks: () => jira.listWebhooks(),
  createVersion: () => jira.createVersion({ name: '9.9', project: 'QUAY' }),
  addNewComponent: () => jira.addNewComponent({ name: 'Other', project: 'QUAY' }),
  createCustomField: () => jira.createCustomField({ name: 'Other', type: 'x' }),
  getVersion: () => jira.getVersion('1'),
}))
  await refused(call, run);
