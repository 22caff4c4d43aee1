/**
 * The scope that an operation of Jira's REST API asks of an app: the classic one, and for an app's own data the granular one. The first
 * rule that fits counts. https://developer.atlassian.com/cloud/jira/platform/scopes-for-oauth-2-3LO-and-forge-apps/
 */
const RULES: readonly (readonly [method: RegExp, path: RegExp, scope: string])[] = [
  [/./u, /^\/app\/field\//u, 'write:app-data:jira'],
  [/./u, /^\/(user|users|group|groups|groupuserpicker|myself)(\/|$)/u, 'read:jira-user'],
  [/GET/u, /^\/role(\/|$)/u, 'manage:jira-configuration'],
  [/./u, /^\/issuetypescreenscheme(\/|$)/u, 'manage:jira-configuration'],
  [/./u, /^\/(screens|screenscheme)(\/|$)/u, 'manage:jira-project'],
  // Searches that are sent as a body.
  [/POST/u, /^\/(search|jql|expression|permissions)(\/|$)/u, 'read:jira-work'],
  [/POST/u, /\/(bulkfetch|bulk\/fetch|list)$/u, 'read:jira-work'],
  [/GET/u, /./u, 'read:jira-work'],
  [/./u, /^\/(project|component|version)(\/|$)/u, 'manage:jira-project'],
  [
    /./u,
    /^\/(field|issuetype|issueLinkType|priority|resolution|status)(\/|$)/u,
    'manage:jira-configuration',
  ],
  [/./u, /./u, 'write:jira-work'],
];

/** Null for what every app may ask. `path` begins `/rest/api/{version}`. */
export function scopeOf(method: string, path: string): string | null {
  const [, below] = /^\/rest\/api\/[23](\/[^?]*)/u.exec(path) ?? [];
  if (below === undefined || below === '/serverInfo') return null;
  return RULES.find(([methods, paths]) => methods.test(method) && paths.test(below))?.[2] ?? null;
}
