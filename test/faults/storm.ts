import { largeSite, LATENCY } from '../../dev/bench/rescore/large-site';
import { measured } from '../../dev/bench/rescore/measured';
import type { VirtualClock } from '../../dev/clock';
import { asPerson } from './deeds';
import { calmStanding, compared, standingOf } from './standing';

const MINUTE_MS = 60_000;
const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];

export interface Storm {
  readonly edits: number;
  readonly issues: number;
  readonly jiraCalls: number;
  readonly points: number;
  /** Events pushed in the busiest minute. */
  readonly busiestMinute: number;
  /** Seconds from the last edit until every field was right. */
  readonly behind: number;
  readonly lost: readonly string[];
  readonly wrong: readonly string[];
  readonly failures: readonly string[];
}

/** So many edits in a minute, the same issues again and again, on a backlog that was scored before. */
export async function storm(edits: number, issues: number): Promise<Storm> {
  const { dev } = largeSite(issues, { latency: LATENCY });
  const clock = dev.clock as VirtualClock;
  dev.announceInstalled();
  await dev.host.settle();
  await clock.advance(10 * MINUTE_MS);
  const start = clock.now();
  const pushed = new Map<number, number>();
  const failures: string[] = [];
  dev.host.invocations.subscribe(({ started, queuePushes, outcome, functionKey, error }) => {
    const minute = Math.floor(started / MINUTE_MS);
    pushed.set(minute, (pushed.get(minute) ?? 0) + queuePushes);
    if (outcome === 'failed' || outcome === 'timed out')
      failures.push(`${functionKey}: ${error ?? outcome}`);
  });
  const work = await measured(dev, async () => {
    for (let n = 0; n < edits; n++) {
      clock.schedule(
        start + Math.floor((n * MINUTE_MS) / edits),
        'due',
        () => void edit(n).catch((problem: unknown) => failures.push(String(problem))),
      );
    }
    await clock.advance(MINUTE_MS);
  });
  const found = await standingOf(dev);
  const outcome = compared(await calmStanding(dev, null), found);
  return {
    edits,
    issues,
    jiraCalls: work.jiraCalls,
    points: work.points,
    busiestMinute: Math.max(...pushed.values()),
    behind: Math.max(0, work.seconds - MINUTE_MS / 1000),
    ...outcome,
    failures,
  };

  function edit(n: number): Promise<void> {
    return asPerson(dev, ...editOf(n));
  }

  /** Steps through the issues in an order that comes back to each again and again. */
  function editOf(n: number): [method: string, path: string, body: unknown] {
    return [
      'PUT',
      `/rest/api/3/issue/PAA-${((n * 7) % issues) + 1}`,
      {
        fields: {
          priority: { name: PRIORITIES[(n + Math.floor(n / issues)) % PRIORITIES.length] },
          duedate: `2026-12-${String(1 + (n % 28)).padStart(2, '0')}`,
        },
      },
    ];
  }
}

export function stormInWords({
  edits,
  issues,
  jiraCalls,
  points,
  busiestMinute,
  behind,
  lost,
  wrong,
}: Storm): string {
  return `${edits} edits in a minute on ${issues} issues: ${jiraCalls} Jira calls (${(jiraCalls / edits).toFixed(3)} an edit), ${points} points, ${busiestMinute} queue events in the busiest minute, all right ${Math.round(behind)} s after the last edit · lost ${lost.length}, wrong ${wrong.length}`;
}
