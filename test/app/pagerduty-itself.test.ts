import { createHmac } from 'node:crypto';
import { ownBatch, pagerDuty } from '../core/evidence-feeds/payloads';
import { smallSite, TODAY, type SmallSite } from './small-site';

const OURS = 'lZ4s+a secret that PagerDuty made for one webhook';
const now = Date.parse(`${TODAY}T09:00:00Z`);
const incident = (event: string, data: Readonly<Record<string, unknown>> = {}, minute = 0) =>
  pagerDuty(
    `incident.${event}`,
    { title: 'PAY-1: card payments time out – ÅÉ', priority: { id: 'p', summary: 'P1' }, ...data },
    new Date(now - 3_600_000 + minute * 60_000).toISOString(),
  );
const signed = (body: string, secret = OURS): string =>
  `v1=${createHmac('sha256', secret).update(body, 'utf8').digest('hex')}`;

async function ask(site: SmallSite, functionKey: string, payload: object): Promise<unknown> {
  return site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey,
    payload,
    context: {},
    accountId: site.dev.adminId,
  });
}

async function send(
  site: SmallSite,
  body: string,
  ...signatures: readonly string[]
): Promise<number> {
  const { statusCode } = await site.dev.host.webTrigger('evidence', {
    method: 'POST',
    path: '',
    headers: { 'X-PagerDuty-Signature': [...signatures], 'User-Agent': ['PagerDuty-Webhook/V3.0'] },
    queryParameters: {},
    body,
  });
  await site.settle();
  return statusCode;
}

async function aSite(...secrets: readonly string[]): Promise<SmallSite> {
  const site = smallSite([{}, {}]);
  site.dev.announceInstalled();
  await site.settle();
  for (const [at, secret] of secrets.entries())
    expect(
      await ask(site, 'evidence.connect', {
        sender: 'pagerduty',
        name: `Service ${at + 1}`,
        secret,
      }),
    ).toMatchObject({ ok: true });
  return site;
}
const laneOf = async (site: SmallSite): Promise<unknown> => (await site.fields('PAY-1')).lane;

describe('a webhook that PagerDuty sends by itself', () => {
  it('is taken by PagerDuty’s own signature, with no relay in between', async () => {
    const site = await aSite(OURS);
    expect(await send(site, incident('triggered'), signed(incident('triggered')))).toBe(202);
    expect(await laneOf(site)).toBe('hot fix');
  });

  it('is taken when one of several signatures, or one of several connections, fits', async () => {
    const site = await aSite('another secret of PagerDuty', OURS);
    const body = incident('triggered');
    expect(
      await send(
        site,
        body,
        `${signed(body, 'the secret before this one')}, v2=00,${signed(body)}`,
      ),
    ).toBe(202);
    expect(
      await send(site, incident('acknowledged', {}, 1), signed(incident('acknowledged', {}, 1))),
    ).toBeLessThan(300);
  });

  it.each([
    ['a signature of another body', (body: string) => signed(`${body} `)],
    [
      'a signature with another secret',
      (body: string) => signed(body, 'a guess that is long enough'),
    ],
    ['a signature that is cut short', (body: string) => signed(body).slice(0, -1)],
    ['another version of signatures', (body: string) => signed(body).replace('v1', 'v0')],
    ['a signature without its version', (body: string) => signed(body).slice(3)],
    ['an empty header', () => ''],
  ])('is refused with %s', async (_, signature) => {
    const site = await aSite(OURS);
    const body = incident('triggered');
    expect(await send(site, body, signature(body))).toBe(401);
    expect(await laneOf(site)).not.toBe('hot fix');
  });

  it('has no second effect when somebody sends it again, nor brings back what was resolved since', async () => {
    const site = await aSite(OURS);
    const [raised, resolved] = [
      incident('triggered'),
      incident('resolved', { status: 'resolved' }, 30),
    ];
    expect(await send(site, raised, signed(raised))).toBe(202);
    expect(await send(site, resolved, signed(resolved))).toBe(202);
    const before = await site.fields('PAY-1');
    expect(before.lane).not.toBe('hot fix');
    expect(await send(site, raised, signed(raised))).toBe(200);
    expect(await site.fields('PAY-1')).toEqual(before);
  });

  it('may say what PagerDuty says and nothing else', async () => {
    const site = await aSite(OURS);
    const batch = ownBatch({ issues: ['PAY-1'] });
    expect(await send(site, batch, signed(batch))).toBeGreaterThanOrEqual(400);
  });

  it('is refused before it is connected, and from the moment that the connection is removed', async () => {
    const site = await aSite();
    const body = incident('triggered');
    expect(await send(site, body, signed(body))).toBeGreaterThanOrEqual(400);
    expect(
      await ask(site, 'evidence.connect', { sender: 'pagerduty', name: 'Payments', secret: OURS }),
    ).toEqual({ ok: true, value: { names: ['Payments'] } });
    expect(await send(site, body, signed(body))).toBe(202);
    expect(
      await ask(site, 'evidence.disconnect', { sender: 'pagerduty', name: 'Payments' }),
    ).toEqual({
      ok: true,
      value: { names: [] },
    });
    expect(await send(site, body, signed(body))).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify([...site.dev.host.dumpKvs()])).not.toContain(OURS);
  });
});
