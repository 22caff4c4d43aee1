import { createDevSite, type DevSite } from '../../dev/dev-site';
import { movableClock } from '../../dev/movable-clock';
import type { SiteSnapshot } from '../../dev/jira/snapshot';
import { peopleOf } from '../../dev/page/server/people';
import { scoreEverything, untilIdle } from '../../dev/score-everything';
import type { Reply } from '../../src/contract';
import type { OverridesView } from '../../src/contract/overrides';
import { serveOwn } from './own-server';

const NOW = Date.parse('2026-11-16T09:00:00Z');
/** Each leaves four entries in the log: more than are read at once. */
const TURNS = 30;

const plain = { statusName: 'To Do', priority: 'Medium', created: '2026-11-01T09:00:00.000+0000' };
const ticket = (key: string, summary: string) => ({
  ...plain,
  key,
  projectKey: 'SUP',
  typeName: 'Support request',
  summary,
});

const snapshot: SiteSnapshot = {
  users: [
    { accountId: 'ana', displayName: 'Ana Adeyemi' },
    { accountId: 'ben', displayName: 'Ben Bakker' },
  ],
  resolutions: [],
  statuses: [],
  projects: [
    { key: 'PAY', name: 'Payments' },
    { key: 'SUP', name: 'Support', typeKey: 'service_desk' },
  ],
  issueTypes: ['Bug', 'Support request'].map((name) => ({ name })),
  priorities: ['Highest', 'High', 'Medium', 'Low'].map((name) => ({ name })),
  linkTypes: [{ name: 'Relates', outward: 'relates to', inward: 'relates to' }],
  fields: [],
  links: [
    ...['SUP-1', 'SUP-2', 'SUP-3'].map((destinationKey) => ({
      typeName: 'Relates',
      sourceKey: 'PAY-1',
      destinationKey,
    })),
    { typeName: 'Relates', sourceKey: 'PAY-2', destinationKey: 'SUP-4' },
    { typeName: 'Relates', sourceKey: 'PAY-3', destinationKey: 'SUP-5' },
    { typeName: 'Relates', sourceKey: 'PAY-2', destinationKey: 'SUP-6' },
  ],
  issues: [
    ...['Payments hang at the bank', 'Receipts are late', 'Refunds fail', 'Statements differ'].map(
      (summary, n) => ({
        ...plain,
        key: `PAY-${n + 1}`,
        projectKey: 'PAY',
        typeName: 'Bug',
        summary,
      }),
    ),
    ...[
      'Where is my payment?',
      'The bank says no',
      'Paid twice?',
      'No receipt',
      'No refund',
      'Still no receipt',
    ].map((summary, n) => ticket(`SUP-${n + 1}`, summary)),
  ],
};

/** Somebody who cannot decide where PAY-4 belongs. */
async function pinToAndFro(dev: DevSite): Promise<void> {
  const ask = async (functionKey: string, payload: object): Promise<OverridesView> => {
    const reply = (await dev.host.invoke({
      resolverFunction: 'resolver',
      functionKey,
      payload,
      context: {},
      accountId: dev.adminId,
    })) as Reply<OverridesView>;
    if (!reply.ok) throw new Error(reply.refusal.what);
    return reply.value;
  };
  const { id: issueId } = JSON.parse(
    (
      await dev.site.handle({
        method: 'GET',
        path: '/rest/api/3/issue/PAY-4?fields=summary',
        headers: {},
        body: undefined,
        principal: { kind: 'user', accountId: dev.adminId },
        outsideQuota: true,
      })
    ).body,
  ) as { readonly id: string };
  for (let turn = 0; turn < TURNS; turn++) {
    const { seen: before } = await ask('override.view', { issueId });
    const { seen, overrides } = await ask('override.propose', {
      issueId,
      seen: before,
      wish: {
        kind: 'lane',
        lane: 'strategic bet',
        reason: `Turn ${String(turn)}`,
        until: '2026-11-20',
      },
    });
    await untilIdle(dev, () => undefined);
    await ask('override.undo', { issueId, seen, id: overrides[0]?.id ?? '' });
    await untilIdle(dev, () => undefined);
  }
}

/** A small Jira that refuses the first comment on SUP-2, and breaks over the first on SUP-3. */
void serveOwn(async (siteUrl) => {
  const clock = movableClock(NOW);
  const dev = createDevSite({ snapshot, clock, siteUrl });
  const trouble = new Map([
    [
      '/rest/api/3/issue/SUP-2/comment',
      { status: 403, body: '{"errorMessages":["SUP-2 is locked for a moment"]}' },
    ],
    ['/rest/api/3/issue/SUP-3/comment', { status: 503, body: '{}' }],
  ]);
  const { handle } = dev.site;
  dev.site.handle = async (request) => {
    const met =
      request.method === 'POST' && request.outsideQuota !== true
        ? trouble.get(request.path)
        : undefined;
    if (met === undefined) return handle(request);
    trouble.delete(request.path);
    return { ...(await handle({ ...request, method: 'GET', body: undefined })), ...met };
  };
  await scoreEverything(dev, () => undefined);
  await pinToAndFro(dev);
  return {
    siteName: 'Troubled',
    people: peopleOf(snapshot),
    dev,
    advance: (ms) => {
      clock.advance(ms);
    },
  };
});
