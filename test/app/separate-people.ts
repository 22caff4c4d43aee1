import { smallSite, type SmallSite } from './small-site';

export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly refusal: { readonly kind: string; readonly what: string; readonly advice: string };
    };

/**
 * Four projects whose people keep apart: Pat administers payments and sees nothing else, the member edits there and sees nothing else,
 * the reader looks at payments, Ina administers all the others, and the outsider sees no project at all.
 */
export async function separatePeople(
  more: Parameters<typeof smallSite>[0] = [],
): Promise<SmallSite> {
  const ina = [{ name: 'Administrators', accountIds: ['ina'] }];
  const site = smallSite(
    [
      { key: 'PAY-1', summary: 'Pay faster' },
      { key: 'PAY-2', summary: 'Pay later' },
      { key: 'OPS-1', projectKey: 'OPS', summary: 'Quiet layoffs', reporter: 'ina' },
      { key: 'INC-1', projectKey: 'INC', typeName: 'Incident', priority: 'Highest' },
      {
        key: 'SUP-1',
        projectKey: 'SUP',
        typeName: 'Support request',
        customs: { customfield_20: 'Secret Bank AG' },
      },
      ...more,
    ],
    [],
    {
      users: ['pat', 'member', 'reader', 'ina', 'outsider'].map((accountId) => ({
        accountId,
        displayName: accountId,
      })),
      projects: [
        {
          key: 'PAY',
          name: 'Payments',
          roles: [
            { name: 'Administrators', accountIds: ['pat'] },
            { name: 'Developers', accountIds: ['member'] },
            { name: 'Viewers', accountIds: ['reader'] },
          ],
        },
        { key: 'OPS', name: 'Operations', roles: ina },
        { key: 'INC', name: 'Incidents', roles: ina },
        { key: 'SUP', name: 'Support', typeKey: 'service_desk', roles: ina },
      ],
      fields: [
        { id: 'customfield_10016', name: 'Story Points', type: 'number' },
        { id: 'customfield_20', name: 'Customer', type: 'string' },
      ],
    },
  );
  site.dev.announceInstalled();
  await site.settle();
  return site;
}

export async function asked<T = unknown>(
  site: SmallSite,
  accountId: string,
  functionKey: string,
  payload: object,
): Promise<Reply<T>> {
  return (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey,
    payload,
    context: {},
    accountId,
  })) as Reply<T>;
}

/** @throws with the words of a refusal */
export async function answer<T>(...ask: Parameters<typeof asked>): Promise<T> {
  const reply = await asked<T>(...ask);
  if (!reply.ok) throw new Error(`${reply.refusal.what}. ${reply.refusal.advice}`);
  return reply.value;
}
