import type { ForgeTarget } from '../../dev/forge/runtime-globals';
import { ISSUE, QUESTIONS } from './refused-questions';
import { smallSite, type SmallSite } from './small-site';

const SUPPORT_LINK = {
  typeName: 'Relates',
  sourceKey: ISSUE,
  destinationKey: 'SUP-1',
};

async function aSite(): Promise<SmallSite> {
  const site = smallSite(
    [
      { key: ISSUE, priority: 'Highest' },
      { key: 'SUP-1', projectKey: 'SUP', typeName: 'Support request' },
      { key: 'INC-1', projectKey: 'INC', typeName: 'Incident', priority: 'Highest' },
    ],
    [SUPPORT_LINK, { ...SUPPORT_LINK, destinationKey: 'INC-1' }],
  );
  site.dev.announceInstalled();
  await site.settle();
  return site;
}

const asUser = ({ type, provider }: ForgeTarget): boolean => type === 'fpp' && provider === 'user';

/** Asks as the administrator; from the given call in that person's name on, counted from 0, they have not consented. */
async function lackingFrom(
  site: SmallSite,
  nth: number,
  ask: () => Promise<unknown>,
): Promise<{ readonly calls: number; readonly ending: unknown }> {
  const { host, adminId } = site.dev;
  let calls = 0;
  host.interrupt((_, target) => {
    if (asUser(target) && calls++ === nth) host.consents.withdraw(adminId);
    return null;
  });
  try {
    const ending = await ask().catch((failure: unknown) => failure);
    return { calls, ending };
  } finally {
    host.interrupt(null);
    host.consents.give(adminId);
  }
}

const consentError = { name: 'NEEDS_AUTHENTICATION_ERR', status: 401 };

describe("the platform's request for consent", () => {
  let site: SmallSite;
  beforeAll(async () => {
    site = await aSite();
  });

  it.each(Object.entries(QUESTIONS))(
    'leaves %s untouched, at whichever call in the name of the person it comes',
    async (question, { payload }) => {
      const ask = () =>
        site.dev.host.invoke({
          resolverFunction: 'resolver',
          functionKey: question,
          payload,
          context: {},
          accountId: site.dev.adminId,
        });
      for (let nth = 0; nth < 40; nth++) {
        const { calls, ending } = await lackingFrom(site, nth, ask);
        if (calls <= nth) {
          // Nothing was asked in the person's name without their consent.
          expect(ending).not.toMatchObject(consentError);
          return;
        }
        expect(ending).toMatchObject(consentError);
      }
    },
  );

  it.each([
    ['ballast-rescore-item', { workItem: ISSUE }],
    ['ballast-rescore-project', { project: 'PAY' }],
    [
      'ballast-record-evidence',
      { workItem: ISSUE, kind: 'support', source: 'Desk', externalId: 'one' },
    ],
    [
      'ballast-override-lane',
      { workItem: ISSUE, lane: 'stability', reason: 'Because', until: '3' },
    ],
  ])('leaves the action %s untouched', async (action, inputs) => {
    const run = () => site.dev.host.runAction(action, inputs, site.dev.adminId);
    const { calls, ending } = await lackingFrom(site, 0, run);
    expect(calls).toBeGreaterThan(0);
    expect(ending).toMatchObject(consentError);
    expect(await run()).not.toHaveProperty('errors');
  });

  it('stops nothing that Ballast does in its own name', async () => {
    const site = await aSite();
    site.dev.host.consents.withdraw();
    await site.edit(ISSUE, { priority: { name: 'Low' } });
    await site.settle();
    expect(await site.fields(ISSUE)).toMatchObject({ score: expect.any(Number) as number });
    expect(
      site.dev.host.invocations.recent().filter(({ outcome }) => outcome === 'failed'),
    ).toEqual([]);
  });
});
