import { createHmac } from 'node:crypto';
import type { SmallSite } from './small-site';

/** A help desk or an incident tool outside Jira, which knows the secret. */
export async function anOutsideTool(site: SmallSite) {
  const reply = (await askForSecret(site, site.dev.adminId)) as {
    readonly ok: true;
    readonly value: { readonly secret: string };
  };
  const { secret } = reply.value;
  return {
    secret,
    async send(
      body: string,
      forged: {
        readonly secret?: string;
        readonly secondsAgo?: number;
        readonly method?: string;
        readonly bodySent?: string;
      } = {},
    ): Promise<number> {
      const timestamp = String(Math.floor(site.dev.clock.now() / 1000) - (forged.secondsAgo ?? 0));
      const signature = createHmac('sha256', forged.secret ?? secret)
        .update(`${timestamp}.${body}`)
        .digest('hex');
      const headers = {
        'X-Ballast-Timestamp': [timestamp],
        'X-Ballast-Signature': [`sha256=${signature}`],
      };
      const answer = await site.dev.host.webTrigger('evidence', {
        method: forged.method ?? 'POST',
        path: '',
        headers,
        queryParameters: {},
        body: forged.bodySent ?? body,
      });
      await site.settle();
      return answer.statusCode;
    },
  };
}

export function askForSecret(site: SmallSite, accountId: string): Promise<unknown> {
  return site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: 'evidence.rotateSecret',
    payload: {},
    context: {},
    accountId,
  });
}
