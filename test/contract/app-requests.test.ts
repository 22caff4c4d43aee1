import { checkAppRequest } from './app-requests';

test('a search that jira.js would send too has nothing wrong', async () => {
  expect(
    await checkAppRequest('POST', '/rest/api/3/search/jql', {
      jql: 'project = A',
      fields: ['summary'],
      maxResults: 100,
    }),
  ).toEqual([]);
});

test('a member that Jira does not take is named', async () => {
  expect(
    await checkAppRequest('POST', '/rest/api/3/search/jql', { jql: 'project = A', startAt: 5 }),
  ).toEqual(["searchAndReconsileIssuesUsingJqlPost: the body has no member 'startAt'."]);
});

test('a value of the wrong type is named with its place', async () => {
  expect(
    await checkAppRequest('POST', '/rest/api/3/app/field/value', {
      updates: [{ customField: 'customfield_1', issueIds: ['5'], value: 1 }],
    }),
  ).toEqual([expect.stringContaining('updates.0.issueIds.0')]);
});

test('parameters of the query are read as the types they stand for', async () => {
  expect(
    await checkAppRequest(
      'GET',
      '/rest/api/3/issue/A-1?fields=summary,status&updateHistory=false&properties=x',
      undefined,
    ),
  ).toEqual([]);
  expect(
    await checkAppRequest('GET', '/rest/api/3/issue/A-1?updateHistory=perhaps', undefined),
  ).toEqual([expect.stringContaining('updateHistory')]);
});

test('an operation that Jira does not have is named', async () => {
  expect(await checkAppRequest('GET', '/rest/api/3/search', undefined)).toEqual([
    'jira.js knows no operation GET /rest/api/3/search.',
  ]);
});
