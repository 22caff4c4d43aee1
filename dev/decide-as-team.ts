import type { DevSite } from './dev-site';
import type { TeamDecisions } from './sample/team-decisions';

/** Publishes the team's rubric through the app's own doors, so that everything is scored by it. */
export async function publishAsTeam(
  { host }: DevSite,
  { project, by, reason, name, criterion }: TeamDecisions,
): Promise<void> {
  const { text } = await ask(host, 'rubric.export', { project, version: null, format: 'json' }, by);
  const { criteria } = JSON.parse(String(text)) as { readonly criteria: readonly object[] };
  const document = { name, criteria: [...criteria, criterion] };
  const published = await ask(host, 'rubric.publish', { project, reason, document }, by);
  if (published['ok'] !== true)
    throw new Error(`The team's rubric was not published: ${JSON.stringify(published)}`);
}

/** Rates as each of the team does, one after the other. */
export async function voteAsTeam(
  { host, site, adminId }: DevSite,
  { votes }: Pick<TeamDecisions, 'votes'>,
): Promise<void> {
  for (const { key, by, criterion, value } of votes) {
    const { status, body } = await site.handle({
      method: 'GET',
      path: `/rest/api/3/issue/${key}?fields=summary`,
      headers: {},
      body: undefined,
      outsideQuota: true,
      principal: { kind: 'user', accountId: adminId },
    });
    if (status !== 200) throw new Error(`There is no ${key} to rate: ${body}`);
    const { id } = JSON.parse(body) as { readonly id: string };
    await ask(host, 'votes.cast', { issueId: id, criterion, value }, by);
  }
}

interface Reply {
  readonly ok: boolean;
  readonly value?: Readonly<Record<string, unknown>>;
}

async function ask(
  host: DevSite['host'],
  functionKey: string,
  payload: object,
  accountId: string,
): Promise<Readonly<Record<string, unknown>>> {
  const reply = (await host.invoke({
    resolverFunction: 'resolver',
    functionKey,
    payload,
    context: {},
    accountId,
  })) as Reply;
  if (!reply.ok) throw new Error(`${functionKey} was refused: ${JSON.stringify(reply)}`);
  return reply.value ?? {};
}
