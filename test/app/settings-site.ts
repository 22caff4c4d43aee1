import type { Answer, Ask, Question, Refusal } from '../../src/contract';
import type { SnapshotIssue, SiteSnapshot } from '../../dev/jira/snapshot';
import { smallSite, type SmallSite } from './small-site';

/** Two site administrators, an administrator of PAY, a product owner and an approver there, and somebody who may only look. */
export const people = {
  ada: 'acc-ada',
  ben: 'acc-ben',
  pam: 'acc-pam',
  olga: 'acc-olga',
  aron: 'acc-aron',
  vera: 'acc-vera',
  mallory: 'acc-mallory',
} as const;
export type PersonName = keyof typeof people;

export interface SettingsSite extends SmallSite {
  /** The value of a question that is answered; a refusal fails the test. */
  get<Q extends Question>(who: PersonName, question: Q, payload: Ask<Q>): Promise<Answer<Q>>;
  /** The refusal of a question that is refused. */
  refused<Q extends Question>(who: PersonName, question: Q, payload: Ask<Q>): Promise<Refusal>;
  /** What storage holds but for what is spent. */
  storage(): string;
}

export function settingsSite(
  issues: readonly Partial<SnapshotIssue>[] = [{ priority: 'High' }, { priority: 'Low' }],
  more: Partial<SiteSnapshot> = {},
): SettingsSite {
  const roles = [
    { name: 'Administrators', accountIds: [people.pam] },
    { name: 'Product owners', accountIds: [people.olga] },
    { name: 'Approvers', accountIds: [people.aron] },
    { name: 'Viewers', accountIds: [people.vera] },
  ];
  const users = Object.entries(people).map(([name, accountId]) => ({
    accountId,
    displayName: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    groups: name === 'ada' || name === 'ben' ? ['site-admins'] : [],
  }));
  const projects = [
    { key: 'PAY', name: 'Payments', roles },
    {
      key: 'OPS',
      name: 'Operations',
      roles: [{ name: 'Administrators', accountIds: [people.mallory] }],
    },
    { key: 'INC', name: 'Incidents' },
    { key: 'SUP', name: 'Support', typeKey: 'service_desk' as const },
  ];
  const site = smallSite(issues, [], { users, projects, ...more });
  const ask = async (who: PersonName, functionKey: string, payload: unknown) =>
    (await site.dev.host.invoke({
      resolverFunction: 'resolver',
      functionKey,
      payload,
      context: {},
      accountId: people[who],
    })) as { ok: true; value: unknown } | { ok: false; refusal: Refusal };
  return {
    ...site,
    async get<Q extends Question>(who: PersonName, question: Q, payload: Ask<Q>) {
      const reply = await ask(who, question, payload);
      if (!reply.ok) throw new Error(`${question} is refused to ${who}: ${reply.refusal.what}`);
      return reply.value as Answer<Q>;
    },
    async refused(who, question, payload) {
      const reply = await ask(who, question, payload);
      if (reply.ok)
        throw new Error(
          `${question} is not refused to ${who}: ${JSON.stringify(reply.value).slice(0, 300)}`,
        );
      return reply.refusal;
    },
    storage: () =>
      JSON.stringify(
        [...site.dev.host.dumpKvs()]
          .filter(
            ({ entity, key }) =>
              entity !== 'ledger' && !/^(spent|spending|site-fields|working-time)/u.test(key),
          )
          .map(({ key, value }) => [key, value]),
      ),
  };
}

export const PAY = { project: 'PAY' } as const;

/** Nothing but priority decides, and these bands. */
export const withBands = (immediate: number): Record<string, unknown> => ({
  name: 'By bands',
  bands: { immediate, soon: immediate * 0.6, canWait: immediate * 0.3 },
});
