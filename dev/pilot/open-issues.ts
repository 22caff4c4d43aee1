import type { DevSite } from '../dev-site';

export interface OpenIssue {
  readonly id: string;
  readonly summary: string;
  /** Day of its last change, UTC, before Ballast wrote anything. */
  readonly touched?: string;
}

interface SearchPage {
  readonly issues: readonly {
    readonly id: string;
    readonly fields: { readonly summary: string | null; readonly updated: string | null };
  }[];
  readonly nextPageToken?: string;
}

/** Every open issue of the site, asked for as an administrator; asking costs the app nothing. */
export async function openIssues({ site, adminId }: DevSite): Promise<readonly OpenIssue[]> {
  const open: OpenIssue[] = [];
  let nextPageToken: string | undefined;
  do {
    const { status, body } = await site.handle({
      method: 'POST',
      path: '/rest/api/3/search/jql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        jql: 'statusCategory != Done ORDER BY key ASC',
        fields: ['summary', 'updated'],
        maxResults: 100,
        nextPageToken,
      }),
      principal: { kind: 'user', accountId: adminId },
      outsideQuota: true,
    });
    if (status !== 200) throw new Error(`The open issues could not be listed: ${body}`);
    const page = JSON.parse(body) as SearchPage;
    open.push(
      ...page.issues.map(({ id, fields: { summary, updated } }): OpenIssue => {
        const at = Date.parse(updated ?? '');
        return {
          id,
          summary: summary ?? '',
          ...(Number.isNaN(at) ? {} : { touched: new Date(at).toISOString().slice(0, 10) }),
        };
      }),
    );
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  return open;
}
