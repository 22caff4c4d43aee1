/** One call by curl: `hoped` is the status, with words that the answer has; 501 is a refusal by name. */
export interface CurlCall {
  readonly method?: string;
  /** Below `/rest/api/3`, or from `/rest` on. */
  readonly path: string;
  readonly body?: unknown;
  readonly contentType?: string;
  /** `-` for nobody. */
  readonly as?: string;
  readonly status: number;
  readonly says?: RegExp;
}

const JQL = '/search/jql';
const jql = (query: string, more = ''): string => `${JQL}?jql=${encodeURIComponent(query)}${more}`;
const NOT_MODELLED = /The stand-in does not model/;
const doc = (...content: readonly unknown[]) => ({ type: 'doc', version: 1, content });

/** What scripts ask, where the clients beside this have no method for it. In order: some lean on what was done before. */
export const CURL_CALLS: readonly CurlCall[] = [
  { path: '/serverInfo', as: '-', status: 200, says: /"deploymentType":"Cloud"/ },
  { path: '/field', as: '-', status: 200, says: /"summary"/ },
  { path: '/project', as: '-', status: 200, says: /^\[\]$/ },
  { path: '/myself', as: '-', status: 401 },
  { path: '/issue/QUAY-328', as: '-', status: 404 },
  { method: 'HEAD', path: '/issue/QUAY-328', status: 200 },
  {
    path: '/rest/api/2/issue/QUAY-328?fields=summary',
    status: 200,
    says: /"self":"[^"]*\/rest\/api\/2\//,
  },
  { path: '/rest/api/latest/myself', status: 200 },
  { path: '/rest/api/latest/issue/QUAY-328', status: 501, says: NOT_MODELLED },
  { path: '/project/search?typeKey=service_desk', status: 200, says: /"total":1,.*"SUP"/ },
  { path: '/project/search?orderBy=-key&maxResults=1', status: 200, says: /"key":"SUP"/ },
  { path: '/project/search?status=archived', status: 200, says: /"total":0/ },
  { path: '/project/search?categoryId=1', status: 501, says: /categoryId/ },
  { path: '/project/search?expand=url', status: 501, says: /url/ },
  { path: '/project/recent', status: 501, says: NOT_MODELLED },
  { path: '/project/type', status: 501, says: NOT_MODELLED },
  { path: '/issue/picker?query=x', status: 501, says: NOT_MODELLED },
  { path: '/issue/createmeta', status: 501, says: NOT_MODELLED },
  {
    method: 'PUT',
    path: '/issue/archive',
    body: { issueIdsOrKeys: [] },
    status: 501,
    says: NOT_MODELLED,
  },
  { path: '/priority/search?priorityName=highest', status: 200, says: /"total":1/ },
  { path: '/user/search', status: 400 },
  { path: '/user/bulk', status: 400 },
  { path: '/user/bulk?accountId=sample-mara&accountId=sample-teo', status: 200, says: /"total":2/ },
  {
    path: jql('project = QUAY ORDER BY created', '&maxResults=1'),
    status: 200,
    says: /"nextPageToken"/,
  },
  { path: jql('project = QUAY', '&maxResults=0'), status: 400 },
  { path: jql('project = QUAY', '&maxResults=9999'), status: 400 },
  { path: jql('project = QUAY', '&expand=renderedFields'), status: 501, says: /renderedFields/ },
  { path: jql('project = NOPE'), status: 400, says: /'NOPE' does not exist/ },
  { path: jql('status was Done'), status: 400, says: NOT_MODELLED },
  { path: jql('order by key'), status: 400, says: /Unbounded/ },
  {
    path: jql('summary ~ "invoice OR mandate" AND project = QUAY', '&fields=key'),
    status: 200,
    says: /"key":"QUAY-/,
  },
  {
    method: 'POST',
    path: JQL,
    body: { jql: 'project = QUAY', startAt: 50 },
    status: 400,
    says: /Invalid request payload/,
  },
  {
    method: 'POST',
    path: JQL,
    body: { jql: 'project = QUAY' },
    contentType: 'text/plain',
    status: 415,
  },
  {
    method: 'POST',
    path: '/search/approximate-count',
    body: { jql: 'project = QUAY' },
    status: 200,
    says: /"count":\d\d/,
  },
  {
    method: 'POST',
    path: '/jql/parse?validation=strict',
    body: { queries: ['foo = bar'] },
    status: 200,
    says: /"errors":\["Field 'foo'/,
  },
  {
    method: 'POST',
    path: '/jql/parse?validation=warn',
    body: { queries: ['project = QUAY'] },
    status: 200,
    says: /"structure":\{"where"/,
  },
  { path: '/search?jql=project=QUAY', status: 410 },
  {
    method: 'POST',
    path: '/issue/bulkfetch',
    body: { issueIdsOrKeys: ['QUAY-328'], fields: ['summary'] },
    status: 200,
    says: /QUAY-328/,
  },
  {
    method: 'POST',
    path: '/issue/QUAY-328/comment',
    body: { body: doc(null) },
    status: 400,
    says: /not valid/,
  },
  {
    method: 'POST',
    path: '/issue/QUAY-328/comment',
    body: { body: doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] }) },
    status: 400,
  },
  { path: jql('text ~ xero', '&fields=key'), status: 200, says: /QUAY-/ },
  {
    method: 'PUT',
    path: '/issue/QUAY-328',
    body: { fields: { description: { type: 'doc' } } },
    status: 400,
  },
  {
    method: 'PUT',
    path: '/issue/QUAY-328',
    body: { properties: [{ key: 'curl', value: 1 }] },
    status: 204,
  },
  { path: '/issue/QUAY-328/properties/curl', status: 200, says: /"value":1/ },
  {
    method: 'PUT',
    path: '/issue/QUAY-328/assignee',
    body: { name: 'mara' },
    status: 400,
    says: /GDPR/,
  },
  {
    method: 'PUT',
    path: '/issue/QUAY-328',
    body: { fields: {}, historyMetadata: {} },
    status: 501,
    says: /historyMetadata/,
  },
  {
    method: 'PUT',
    path: '/issue/QUAY-328?notifyUsers=false&returnIssue=true',
    body: { fields: { labels: ['curl'] } },
    status: 200,
    says: /"labels":\["curl"\]/,
  },
  { method: 'DELETE', path: '/issue/QUAY-328/watchers', status: 400 },
  { path: '/issue/QUAY-328/remotelink', status: 501, says: NOT_MODELLED },
  { path: '/rest/agile/1.0/board', status: 501, says: NOT_MODELLED },
  { path: '/rest/servicedeskapi/request', status: 501, says: NOT_MODELLED },
];
