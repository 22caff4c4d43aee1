/** What an operation reads of its documented inputs, as words in a line. */
interface Read {
  readonly query?: string;
  readonly body?: string;
  readonly expand?: string;
}

/** Everything documented that is missing here is refused by its name. */
export const READ: Readonly<Record<string, Read>> = {
  'POST /app/field/value': { query: 'generateChangelog', body: 'updates' },
  'PUT /app/field/{}/value': { query: 'generateChangelog', body: 'updates' },
  'GET /field/search': { query: 'startAt maxResults type id query orderBy expand', expand: 'key' },
  'PUT /field/association': { body: 'associationContexts fields' },
  'GET /priority/search': { query: 'startAt maxResults id priorityName onlyDefault expand' },
  'GET /resolution/search': { query: 'startAt maxResults id onlyDefault' },
  'GET /issue/{}/changelog': { query: 'startAt maxResults' },
  'POST /changelog/bulkfetch': { body: 'fieldIds issueIdsOrKeys maxResults nextPageToken' },
  'GET /issue/{}/comment': { query: 'startAt maxResults orderBy expand' },
  'POST /issue/{}/comment': { query: 'expand', body: 'body properties' },
  'GET /issue/{}/comment/{}': { query: 'expand' },
  'PUT /issue/{}/comment/{}': { query: 'expand', body: 'body properties' },
  'POST /issue': { body: 'fields update properties' },
  'POST /issue/bulkfetch': {
    body: 'expand fields fieldsByKeys issueIdsOrKeys properties',
    expand: 'names schema changelog transitions editmeta',
  },
  'GET /issue/{}': {
    query: 'fields fieldsByKeys expand properties',
    expand: 'names schema changelog transitions editmeta',
  },
  'PUT /issue/{}': {
    query: 'returnIssue expand',
    body: 'fields update properties',
    expand: 'names schema changelog transitions editmeta',
  },
  'DELETE /issue/{}': { query: 'deleteSubtasks' },
  'POST /issueLink': { body: 'comment inwardIssue outwardIssue type' },
  'GET /issue/createmeta/{}/issuetypes': { query: 'startAt maxResults' },
  'GET /project': { query: 'expand', expand: 'description issueTypes lead projectKeys' },
  'GET /project/search': {
    query: 'startAt maxResults orderBy id keys query typeKey action expand status',
    expand: 'description issueTypes lead projectKeys insight',
  },
  'GET /project/{}': { query: 'expand', expand: 'description issueTypes lead projectKeys' },
  'GET /project/{}/role/{}': { query: 'excludeInactiveUsers' },
  'GET /project/{}/components': { query: 'componentSource' },
  'GET /project/{}/versions': { query: 'expand' },
  'GET /issuetypescreenscheme/project': { query: 'startAt maxResults projectId' },
  'GET /issuetypescreenscheme/mapping': { query: 'startAt maxResults issueTypeScreenSchemeId' },
  'GET /screenscheme': { query: 'startAt maxResults id expand queryString orderBy' },
  'GET /screens': { query: 'startAt maxResults id queryString orderBy' },
  'GET /screens/{}/tabs': { query: 'projectKey' },
  'GET /screens/{}/tabs/{}/fields': { query: 'projectKey' },
  'POST /screens/{}/tabs/{}/fields': { body: 'fieldId' },
  'POST /search/jql': {
    body: 'expand fields fieldsByKeys jql maxResults nextPageToken properties reconcileIssues',
    expand: 'names schema changelog transitions editmeta',
  },
  'GET /search/jql': {
    query: 'jql nextPageToken maxResults fields expand properties fieldsByKeys reconcileIssues',
    expand: 'names schema changelog transitions editmeta',
  },
  'POST /search/approximate-count': { body: 'jql' },
  'POST /jql/parse': { query: 'validation', body: 'queries' },
  'GET /issue/{}/transitions': { query: 'expand transitionId', expand: 'transitions.fields' },
  'POST /issue/{}/transitions': { body: 'fields properties transition update' },
  'PUT /issue/{}/assignee': { body: 'accountId' },
  'GET /myself': { query: 'expand', expand: 'groups applicationRoles' },
  'GET /user': { query: 'accountId expand', expand: 'groups applicationRoles' },
  'GET /user/bulk': { query: 'startAt maxResults accountId' },
  'GET /users/search': { query: 'startAt maxResults' },
  'GET /user/search': { query: 'query accountId startAt maxResults' },
  'GET /user/assignable/search': {
    query: 'query accountId project issueKey issueId startAt maxResults',
  },
  'GET /mypermissions': { query: 'projectKey projectId issueKey issueId permissions' },
  'POST /permissions/check': { body: 'accountId globalPermissions projectPermissions' },
  'GET /user/groups': { query: 'accountId' },
  'DELETE /issue/{}/watchers': { query: 'accountId' },
};

/** Taken and without effect, as there is nothing here that they could change. */
export const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  failFast: 'no field of an answer fails alone',
  includeUnavailableTransitions: 'every transition is available',
  notifyUsers: 'no mail is sent',
  overrideEditableFlag: 'no issue is closed to edits',
  overrideScreenSecurity: 'screens hide no field',
  sessionId: 'a caller’s own mark',
  skipRemoteOnlyCondition: 'no condition is for remote callers only',
  sortByOpsBarAndStatus: 'transitions are in the order of the board',
  updateHistory: 'what a person looked at is not kept',
};

/** Removed from Jira: whatever it is asked with, the answer is that it is gone. */
export const REMOVED: ReadonlySet<string> = new Set(['GET /search', 'POST /search']);

/** Names of people from before 2019, which Jira refuses in these words. */
export const NAMES_OF_PEOPLE: ReadonlySet<string> = new Set(['username', 'key', 'name']);
