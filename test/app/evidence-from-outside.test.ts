import { opsgenie, ownBatch, pagerDuty } from '../core/evidence-feeds/payloads';
import { anOutsideTool, askForSecret } from './outside-tool';
import { smallSite, TODAY, type SmallSite } from './small-site';

const now = Date.parse(`${TODAY}T09:00:00Z`);

const scoreOf = async (site: SmallSite, key: string): Promise<number> =>
  (await site.fields(key)).score ?? NaN;
const incident = (event: string, data: Readonly<Record<string, unknown>> = {}, minute = 0) =>
  pagerDuty(
    `incident.${event}`,
    { title: 'PAY-1: card payments time out', priority: { id: 'p', summary: 'P1' }, ...data },
    new Date(now - 3_600_000 + minute * 60_000).toISOString(),
  );

async function aSite(): Promise<SmallSite> {
  const site = smallSite([{}, {}, {}]);
  site.dev.announceInstalled();
  await site.settle();
  return site;
}

/** How many times each issue's signals were read again, by its key: what a rescore costs. */
function writesOf(site: SmallSite): string[] {
  const keys: string[] = [];
  site.dev.site.onEvent(({ selfGenerated, payload }) => {
    const issue = payload['issue'] as { readonly key?: string } | undefined;
    if (selfGenerated && issue?.key !== undefined) keys.push(issue.key);
  });
  return keys;
}

describe('evidence from outside', () => {
  it('moves the issue it names to hot fix, and nothing else', async () => {
    const site = await aSite();
    const tool = await anOutsideTool(site);
    const [before, other] = [await scoreOf(site, 'PAY-1'), await site.fields('PAY-2')];
    const written = writesOf(site);
    expect(await tool.send(incident('triggered'))).toBe(202);
    expect(await scoreOf(site, 'PAY-1')).toBeGreaterThan(before);
    expect((await site.fields('PAY-1')).lane).toBe('hot fix');
    expect(await site.fields('PAY-2')).toEqual(other);
    expect([...new Set(written)]).toEqual(['PAY-1']);
  });

  it.each(['resolved', 'withdrawn'])(
    'is taken back (%s) where a wrong clock had said it for years to come, before such reports were refused',
    async (status) => {
      const site = await aSite();
      const tool = await anOutsideTool(site);
      const piece = {
        id: 'T-1',
        kind: 'incident',
        severity: 'SEV1',
        issues: ['PAY-1'],
        occurredAt: new Date(now).toISOString(),
      };
      await tool.send(ownBatch(piece));
      for (const entry of [...site.dev.host.dumpKvs()])
        if (entry.entity === 'evidence') {
          const record = entry.value as { body: string };
          const body = record.body.replaceAll(String(now), String(Date.UTC(2037, 5, 1)));
          expect(body).not.toBe(record.body);
          site.dev.host.damageKvs({ ...entry, value: { ...record, body } });
        }
      expect((await site.fields('PAY-1')).lane).toBe('hot fix');
      expect(await tool.send(ownBatch({ ...piece, status }))).toBe(202);
      expect((await site.fields('PAY-1')).lane).not.toBe('hot fix');
      // And said once more it is open again: what was said for years to come stands against nothing any more.
      const later = new Date(now + 60_000).toISOString();
      await tool.send(ownBatch({ ...piece, status: 'open', occurredAt: later }));
      expect((await site.fields('PAY-1')).lane).toBe('hot fix');
    },
  );

  it('follows worse, over and reopened, whichever order they come in', async () => {
    const site = await aSite();
    const tool = await anOutsideTool(site);
    await tool.send(incident('resolved', { status: 'resolved' }, 20));
    await tool.send(incident('triggered', {}, 0));
    expect((await site.fields('PAY-1')).lane).not.toBe('hot fix');
    await tool.send(incident('reopened', {}, 30));
    expect((await site.fields('PAY-1')).lane).toBe('hot fix');
    const worst = await scoreOf(site, 'PAY-1');
    await tool.send(incident('priority_updated', { priority: { id: 'p', summary: 'P4' } }, 40));
    expect(await scoreOf(site, 'PAY-1')).toBeLessThan(worst);
  });

  it('hands the issues of a merged incident to the one that stays', async () => {
    const site = await aSite();
    const tool = await anOutsideTool(site);
    await tool.send(
      incident(
        'resolved',
        {
          status: 'resolved',
          resolve_reason: { type: 'merge_resolve_reason', incident: { id: 'PDX9' } },
        },
        1,
      ),
    );
    expect((await site.fields('PAY-1')).lane).toBe('hot fix');
    await tool.send(
      incident('resolved', { id: 'PDX9', title: 'The one that stays', status: 'resolved' }, 2),
    );
    expect((await site.fields('PAY-1')).lane).not.toBe('hot fix');
  });

  it('has no second effect when it comes twice, or is replayed', async () => {
    const site = await aSite();
    const tool = await anOutsideTool(site);
    await tool.send(incident('triggered'));
    const written = writesOf(site);
    const score = await scoreOf(site, 'PAY-1');
    for (const _ of [1, 2, 3]) expect(await tool.send(incident('triggered'))).toBe(200);
    expect(written).toEqual([]);
    expect(await scoreOf(site, 'PAY-1')).toBe(score);
  });

  it('comes to the same when events are delivered twice and shuffled on the way to the score', async () => {
    const calm = await aSite();
    const stormy = await aSite();
    stormy.dev.host.setDelivery({ duplicate: true, shuffle: 7, queryLagMs: 500 });
    for (const site of [calm, stormy]) {
      const tool = await anOutsideTool(site);
      for (const minute of site === calm ? [0, 10, 20] : [20, 0, 10, 20])
        await tool.send(
          incident(
            'triggered',
            { id: `X${minute}`, status: minute === 10 ? 'resolved' : 'triggered' },
            minute,
          ),
        );
    }
    expect(await stormy.fields('PAY-1')).toEqual(await calm.fields('PAY-1'));
  });

  it('counts tickets of a help desk once a customer', async () => {
    const site = await aSite();
    const tool = await anOutsideTool(site);
    await tool.send(ownBatch({ id: 'T-1' }));
    const one = await scoreOf(site, 'PAY-1');
    await tool.send(ownBatch({ id: 'T-2' }, { id: 'T-3', customer: 'HARBOUR COFFEE' }));
    expect(await scoreOf(site, 'PAY-1')).toBe(one);
    await tool.send(ownBatch({ id: 'T-4', customer: 'Pier 9' }));
    expect(await scoreOf(site, 'PAY-1')).toBeGreaterThan(one);
  });

  it('loses none of many webhooks about one issue at the same moment', async () => {
    const site = await aSite();
    const tool = await anOutsideTool(site);
    const customers = ['Harbour Coffee', 'Pier 9', 'Dock', 'Quay', 'Lock'];
    expect(
      await Promise.all(
        customers.map((customer, n) => tool.send(ownBatch({ id: `T-${n}`, customer }))),
      ),
    ).toEqual([202, 202, 202, 202, 202]);
    const attached = [...site.dev.host.dumpKvs()].find(
      ({ entity, key }) => entity === 'attached' && key === String(site.dev.site.peek('PAY-1')?.id),
    );
    const { evidence } = JSON.parse((attached?.value as { body: string }).body) as {
      evidence: string[];
    };
    expect(evidence).toHaveLength(5);
    expect((await site.fields('PAY-1')).reasons).toContain('5 tickets from 5 customers');
  });

  it('waits for an issue when it names none that exists', async () => {
    const site = await aSite();
    const tool = await anOutsideTool(site);
    expect(
      await tool.send(opsgenie('Create', { alertId: 'og-9', tags: ['NOPE-1'], priority: 'P1' })),
    ).toBe(202);
    expect((await site.fields('PAY-2')).lane).not.toBe('hot fix');
    expect(
      await tool.send(
        opsgenie('AddTags', {
          alertId: 'og-9',
          tags: ['PAY-2'],
          priority: 'P1',
          updatedAt: 1_794_700_100_000_000_000,
        }),
      ),
    ).toBe(202);
    expect((await site.fields('PAY-2')).lane).toBe('hot fix');
  });

  it('survives Jira and storage asking to wait: the sender sends again, and nothing is lost', async () => {
    const site = await aSite();
    const tool = await anOutsideTool(site);
    site.dev.site.faults.set({
      faults: [{ effect: { kind: 'status', status: 429, retryAfterSeconds: 120 } }],
    });
    expect(await tool.send(incident('triggered'))).toBe(503);
    site.dev.site.faults.clear();
    expect(await tool.send(incident('triggered'))).toBe(202);
    expect((await site.fields('PAY-1')).lane).toBe('hot fix');
  });
});

describe('who may send evidence', () => {
  it('is whoever signs with the secret, at about this time, exactly what is sent', async () => {
    const site = await aSite();
    const tool = await anOutsideTool(site);
    expect(await tool.send(incident('triggered'), { secret: 'guessed' })).toBe(401);
    expect(
      await tool.send(incident('triggered'), {
        bodySent: incident('triggered', { title: 'PAY-2' }),
      }),
    ).toBe(401);
    expect(await tool.send(incident('triggered'), { secondsAgo: 301 })).toBe(401);
    expect(await tool.send(incident('triggered'), { secondsAgo: -301 })).toBe(401);
    expect((await site.fields('PAY-1')).lane).not.toBe('hot fix');
    expect(await tool.send(incident('triggered'), { secondsAgo: 299 })).toBe(202);
  });

  it('is nobody before an administrator made a secret, or with a secret that was replaced twice', async () => {
    const site = await aSite();
    const early = await site.dev.host.webTrigger('evidence', {
      method: 'POST',
      path: '',
      headers: {},
      queryParameters: {},
      body: incident('triggered'),
    });
    expect(early.statusCode).toBe(403);
    const tool = await anOutsideTool(site);
    await anOutsideTool(site);
    expect(await tool.send(incident('acknowledged'))).toBe(202);
    await anOutsideTool(site);
    expect(await tool.send(incident('triggered'))).toBe(401);
  });

  it('makes a secret for administrators of Jira alone, a new one each time, and shows it to nobody later', async () => {
    const site = await aSite();
    expect(await askForSecret(site, 'nobody')).toMatchObject({
      ok: false,
      refusal: { kind: 'forbidden' },
    });
    const [one, other] = [await anOutsideTool(site), await anOutsideTool(site)];
    expect(one.secret).toMatch(/^[0-9a-f]{64}$/u);
    expect(other.secret).not.toBe(one.secret);
    expect(JSON.stringify([...site.dev.host.dumpKvs()])).not.toContain(other.secret);
  });

  it.each([
    ['a GET', '', { method: 'GET' }, 405],
    ['a body too large', JSON.stringify({ page: 'x'.repeat(300_000), meta: {} }), {}, 413],
    ['no JSON', 'payments are down', {}, 400],
    ['an unknown tool', '{"alerts":[]}', {}, 422],
    ['a day that no calendar has', ownBatch({ occurredAt: '2026-31-12' }), {}, 400],
    ['a polluted prototype', '{"ballast":1,"__proto__":{"polluted":true}}', {}, 400],
    [
      'a wrong type',
      pagerDuty('incident.triggered', { id: 5, title: 'very secret words' }),
      {},
      400,
    ],
  ])(
    'is refused %s, counted with a reason and without its words',
    async (_what, body, forged, status) => {
      const site = await aSite();
      const tool = await anOutsideTool(site);
      expect(await tool.send(body, forged)).toBe(status);
      const intake = [...site.dev.host.dumpKvs()].filter(({ entity }) => entity === 'intake');
      const text = JSON.stringify(intake);
      expect(text).toContain('refusals');
      expect(text).not.toContain('secret words');
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
  );
});
