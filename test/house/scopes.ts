/**
 * The scope that each REST operation of `src/jira` asks of the app: the classic one where Jira's API document names one,
 * else the granular one. The real-data tests hold this table against the document itself.
 */
export const SCOPE_OF_OPERATION: Readonly<Record<string, string>> = {
  'POST /rest/api/3/issue/bulkfetch': 'read:jira-work',
  'POST /rest/api/3/changelog/bulkfetch': 'read:jira-work',
  'POST /rest/api/3/search/jql': 'read:jira-work',
  'POST /rest/api/3/search/approximate-count': 'read:jira-work',
  'GET /rest/api/3/field': 'read:jira-work',
  'PUT /rest/api/3/issue/{}': 'write:jira-work',
  'GET /rest/api/3/project/{}/role': 'read:jira-work',
  'GET /rest/api/3/project/{}/role/{}': 'read:jira-work',
  'GET /rest/api/3/user/groups': 'read:jira-user',
  'GET /rest/api/3/user/bulk': 'read:jira-user',
  'GET /rest/api/3/user/assignable/search': 'read:jira-user',
  'GET /rest/api/3/issue/{}/changelog': 'read:jira-work',
  'GET /rest/api/3/issue/{}/comment': 'read:jira-work',
  'GET /rest/api/3/issue/createmeta/{}/issuetypes': 'read:jira-work',
  'GET /rest/api/3/issueLinkType': 'read:jira-work',
  'GET /rest/api/3/issuetype': 'read:jira-work',
  'GET /rest/api/3/project/search': 'read:jira-work',
  'POST /rest/api/3/issue': 'write:jira-work',
  'POST /rest/api/3/issueLink': 'write:jira-work',
  'POST /rest/api/3/issue/{}/comment': 'write:jira-work',
  'GET /rest/api/3/mypermissions': 'read:jira-work',
  'POST /rest/api/3/app/field/value': 'write:app-data:jira',
};
