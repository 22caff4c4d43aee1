import { createHmac } from 'node:crypto';
import { largeSite, LATENCY } from '../../dev/bench/rescore/large-site';
import type { VirtualClock } from '../../dev/clock';
import { ownBatch } from '../core/evidence-feeds/payloads';

/** The manifest's answers of the web trigger *evidence*. */
const LISTED = [200, 202, 400, 401, 403, 405, 413, 422, 503];
const SECONDS = 10;

/** So many signed deliveries a second for ten seconds; each is sent again while Ballast asks to wait, as senders do. */
async function storm(aSecond: number, issueOf: (n: number) => number) {
  const { dev } = largeSite(400, { latency: LATENCY });
  const clock = dev.clock as VirtualClock;
  dev.announceInstalled();
  await dev.host.settle();
  const made = (await dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: 'evidence.rotateSecret',
    payload: {},
    context: {},
    accountId: dev.adminId,
  })) as { readonly value: { readonly secret: string } };
  const answers = new Map<number, number>();
  const problems: string[] = [];
  const send = async (n: number, tries: number): Promise<void> => {
    const body = ownBatch({
      id: `T-${n}`,
      customer: `Customer ${n}`,
      issues: [`PAA-${issueOf(n) + 1}`],
      occurredAt: new Date(clock.now()).toISOString(),
    });
    const timestamp = String(Math.floor(clock.now() / 1_000));
    const digits = createHmac('sha256', made.value.secret)
      .update(`${timestamp}.${body}`)
      .digest('hex');
    const { statusCode } = await dev.host.webTrigger('evidence', {
      method: 'POST',
      path: '',
      queryParameters: {},
      headers: {
        'X-Ballast-Timestamp': [timestamp],
        'X-Ballast-Signature': [`sha256=${digits}`],
      },
      body,
    });
    answers.set(statusCode, (answers.get(statusCode) ?? 0) + 1);
    // Later each time, and not all at the same moment.
    if (statusCode === 503)
      clock.schedule(
        clock.now() + (45_000 + ((n * 7_919) % 30_000)) * Math.min(tries, 8),
        'due',
        () => begin(n, tries + 1),
      );
  };
  const begin = (n: number, tries = 1): void =>
    void send(n, tries).catch((problem: unknown) => problems.push(String(problem)));
  const start = clock.now();
  for (let n = 0; n < aSecond * SECONDS; n += 1)
    clock.schedule(start + Math.floor((n * 1_000) / aSecond), 'due', () => begin(n));
  await clock.advance(SECONDS * 1_000);
  await dev.host.settle();
  await clock.advance(60 * 60_000);
  await dev.host.settle();
  const recorded = [...dev.host.dumpKvs()].filter(({ entity }) => entity === 'evidence').length;
  return { answers, problems, recorded };
}

describe('a storm of signed deliveries', () => {
  it('200 a second for ten seconds is recorded whole, with answers that the manifest lists', async () => {
    const { answers, problems, recorded } = await storm(200, (n) => n % 400);
    expect(problems).toEqual([]);
    expect([...answers.keys()].filter((status) => !LISTED.includes(status))).toEqual([]);
    expect(recorded).toBe(2_000);
  }, 300_000);
});
