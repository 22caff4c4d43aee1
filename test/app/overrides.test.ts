import { inWords } from '../usecases/decision-in-words';
import type { Reply } from '../../src/contract';
import type { DecisionLog, DecisionView } from '../../src/contract/decisions';
import type { OverrideRequest, OverridesView } from '../../src/contract/overrides';
import type { VirtualClock } from '../../dev/clock';
import { smallSite, type SmallSite } from './small-site';

const HOUR_MS = 3_600_000;
/** Two who administer the project and so decide alone, one who must ask. */
const people = ['zoe', 'adam', 'luca'].map((name) => ({
  accountId: `acc-${name}`,
  displayName: name.replace(/^./u, (first) => first.toUpperCase()),
}));
const roles = [
  { name: 'Administrators', accountIds: ['acc-zoe', 'acc-adam'] },
  { name: 'Developers', accountIds: ['acc-luca'] },
];

type DecisionInWords = ReturnType<typeof inWords<DecisionView>>;

interface Site {
  readonly site: SmallSite;
  readonly clock: VirtualClock;
  ask<T>(question: string, payload: object, accountId: string): Promise<T>;
  pin(lane: string, by: string, until?: string): Promise<OverridesView>;
  view(by: string): Promise<OverridesView>;
  log(): Promise<readonly DecisionInWords[]>;
}

async function aSite(): Promise<Site> {
  const projects = [
    { key: 'PAY', name: 'Payments', roles },
    { key: 'INC', name: 'Incidents' },
    { key: 'SUP', name: 'Support', typeKey: 'service_desk' as const },
  ];
  const site = smallSite([{}], [], { users: people, projects });
  site.dev.announceInstalled();
  await site.settle();
  const issueId = String(site.dev.site.peek('PAY-1')?.id);
  const ask: Site['ask'] = async <T>(
    question: string,
    payload: object,
    accountId: string,
  ): Promise<T> => {
    const reply = (await site.dev.host.invoke({
      resolverFunction: 'resolver',
      functionKey: question,
      payload: { issueId, ...payload },
      context: {},
      accountId,
    })) as Reply<T>;
    if (!reply.ok) throw new Error(`${reply.refusal.kind}: ${reply.refusal.what}`);
    await site.settle();
    return reply.value;
  };
  const view = (by: string): Promise<OverridesView> => ask('override.view', {}, by);
  return {
    site,
    ask,
    view,
    clock: site.dev.clock as VirtualClock,
    async pin(lane, by, until = '2026-11-20') {
      const wish = { kind: 'lane', lane, reason: `Says ${by}`, until } as OverrideRequest;
      return ask('override.propose', { seen: (await view(by)).seen, wish }, by);
    },
    log: async () =>
      (await ask<DecisionLog>('decisions.list', {}, 'acc-zoe')).decisions
        .filter(({ kind }) => kind === 'override')
        .map(inWords),
  };
}

describe('of two overrides of one day', () => {
  it.each([
    ['acc-zoe', 'acc-adam'],
    ['acc-adam', 'acc-zoe'],
  ])(
    'that of %s in the morning gives way to that of %s, in the field and in the panel',
    async (first, second) => {
      const { site, clock, ask, pin, view } = await aSite();
      await pin('stability', first);
      await clock.advance(HOUR_MS);
      const { after } = await ask<{ readonly after: { readonly lane: string } }>(
        'override.preview',
        { wish: { kind: 'lane', lane: 'strategic bet', reason: 'preview', until: '2026-11-20' } },
        second,
      );
      expect(after.lane).toBe('strategic bet');
      await pin('strategic bet', second);
      expect((await site.fields('PAY-1')).lane).toBe('strategic bet');
      expect((await view(first)).overrides).toMatchObject([
        { what: 'lane strategic bet', state: 'in force' },
        {
          what: 'lane stability',
          state: 'idle',
          idle: 'a newer override of the same kind replaces it',
        },
      ]);
    },
  );
});

describe('an override that waits', () => {
  it('is approved or refused with a reason, or without one, as the log then says', async () => {
    const { clock, ask, pin, log } = await aSite();
    for (const [approve, reason] of [
      [true, ' The bank agreed '],
      [false, null],
      [false, '  '],
    ] as const) {
      await clock.advance(HOUR_MS);
      const { seen, overrides } = await pin('stability', 'acc-luca');
      await clock.advance(HOUR_MS);
      const {
        overrides: [answered],
      } = await ask<OverridesView>(
        'override.answer',
        { seen, id: overrides[0]?.id, approve, reason },
        'acc-zoe',
      );
      expect(answered?.state).toBe(approve ? 'in force' : 'idle');
      expect((await log())[0]).toMatchObject({
        by: 'Zoe',
        reason: approve ? 'The bank agreed' : null,
        changes: [{ to: `lane stability, ${approve ? 'approved' : 'refused'}` }],
      });
    }
  });

  it('lapses with its last day: the daily run logs that once, the panel says so, and nobody approves it any more', async () => {
    const { site, clock, ask, pin, view, log } = await aSite();
    await pin('hot fix', 'acc-luca', '2026-11-17');
    for (let day = 0; day < 4; day++) {
      await clock.advance(24 * HOUR_MS);
      await site.dev.host.runSchedule('daily');
      await site.settle();
      // The last day is the day after the first.
      expect(
        (await log()).filter(({ changes }) => changes[0]?.to === 'lapsed unanswered'),
      ).toHaveLength(day < 1 ? 0 : 1);
    }
    expect((await log())[0]).toMatchObject({
      at: expect.stringMatching(/^2026-11-18/) as string,
      by: null,
      changes: [
        { from: 'lane hot fix, waiting for approval', because: 'it waited until 2026-11-17' },
      ],
    });
    const {
      seen,
      overrides: [lapsed],
    } = await view('acc-zoe');
    expect(lapsed).toMatchObject({
      state: 'lapsed',
      canAnswer: false,
      idle: 'nobody answered it by 2026-11-17, its last day',
    });
    await expect(
      ask('override.answer', { seen, id: lapsed?.id, approve: true, reason: null }, 'acc-zoe'),
    ).rejects.toThrow('lapsed unanswered on 2026-11-17');
    expect((await site.fields('PAY-1')).lane).toBe('feature improvement');
  });
});
