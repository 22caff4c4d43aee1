import { aSite, anIssue, APP, as } from './a-site';

/** What an app with these scopes gets that sends this, for itself or for Ann. */
async function asked(
  method: string,
  path: string,
  scopes: readonly string[],
  body?: unknown,
  principal = APP,
): Promise<number> {
  const { site } = aSite([anIssue('SHOP-1')]);
  const { status } = await site.handle({
    method,
    path: `/rest/api/3${path}`,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    principal,
    scopes,
  });
  return status;
}

test('an app reads and writes what its manifest asks for, and nothing else', async () => {
  const edit = { fields: { summary: 'x' } };
  expect(await asked('GET', '/issue/SHOP-1', ['storage:app'])).toBe(401);
  expect(await asked('GET', '/issue/SHOP-1', ['read:jira-work'])).toBe(200);
  expect(await asked('PUT', '/issue/SHOP-1', ['read:jira-work'], edit)).toBe(401);
  expect(await asked('PUT', '/issue/SHOP-1', ['write:jira-work'], edit)).toBe(204);
  expect(await asked('PUT', '/issue/SHOP-1', ['write:issue:jira'], edit)).toBe(204);
  expect(await asked('GET', '/user/groups?accountId=ann', ['read:jira-work'])).toBe(401);
  expect(await asked('GET', '/serverInfo', [])).toBe(200);
});

test('a person does not lend the app what the manifest does not ask for', async () => {
  expect(await asked('GET', '/issue/SHOP-1', ['read:jira-work'], undefined, as('ann'))).toBe(200);
  expect(await asked('GET', '/issue/SHOP-1', ['read:jira-user'], undefined, as('ann'))).toBe(401);
});

test('who is no app needs no scopes', async () => {
  const { ask } = aSite([anIssue('SHOP-1')]);
  expect((await ask('GET', '/issue/SHOP-1')).status).toBe(200);
});
