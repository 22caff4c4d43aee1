import { createHmac } from 'node:crypto';
import type { VirtualClock } from '../../clock';
import { largeSite, LATENCY } from '../rescore/large-site';

export interface Storm {
  readonly aSecond: number;
  readonly seconds: number;
  /** Issues that the deliveries are about, one after the other. */
  readonly issues: number;
}

export interface StormOutcome {
  /** How often each status was answered. */
  readonly answers: ReadonlyMap<number, number>;
  /** What the platform itself failed with. */
  readonly problems: readonly string[];
  /** Pieces of evidence that were kept in the end. */
  readonly recorded: number;
  /** Deliveries that were taken at their first try. */
  readonly atOnce: number;
  /** Reads and writes of all of it, the scorings that follow included. */
  readonly storageUnits: number;
}

/** So many signed deliveries a second; each is sent again while Ballast asks to wait, as senders do. */
export async function deliveryStorm({ aSecond, seconds, issues }: Storm): Promise<StormOutcome> {
  const { dev } = largeSite(issues, { latency: LATENCY });
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
  let atOnce = 0;
  const send = async (n: number, tries: number): Promise<void> => {
    const body = batchOf(n, `PAA-${(n % issues) + 1}`, clock.now());
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
    if (tries === 1 && statusCode === 202) atOnce += 1;
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
  const before = dev.host.invocations.totals();
  const start = clock.now();
  for (let n = 0; n < aSecond * seconds; n += 1)
    clock.schedule(start + Math.floor((n * 1_000) / aSecond), 'due', () => begin(n));
  await clock.advance(seconds * 1_000);
  await dev.host.settle();
  await clock.advance(60 * 60_000);
  await dev.host.settle();
  const after = dev.host.invocations.totals();
  const recorded = [...dev.host.dumpKvs()].filter(({ entity }) => entity === 'evidence').length;
  dev.host.close();
  const units = after.kvsReads + after.kvsWrites - before.kvsReads - before.kvsWrites;
  return { answers, problems, recorded, atOnce, storageUnits: units };
}

/** A ticket of a customer of its own about one issue. */
function batchOf(n: number, issueKey: string, now: number): string {
  const occurredAt = new Date(now).toISOString();
  return JSON.stringify({
    ballast: 1,
    evidence: [
      {
        source: 'desk',
        id: `T-${n}`,
        kind: 'support',
        occurredAt,
        issues: [issueKey],
        customer: `Customer ${n}`,
      },
    ],
  });
}
