import { z } from 'zod';
import { outcomeOf } from '../../src/jira/answer-of';
import { jiraDisplayNames } from '../../src/jira/display-names';
import type { JiraCall, JiraClient } from '../../src/jira/client';
import { writePace } from '../../src/jira/write-pace';

const NOW = Date.parse('2026-11-16T09:00:00Z');

async function waitOf(headers: Readonly<Record<string, string>>): Promise<number | null> {
  const response = {
    ok: false,
    status: 429,
    headers: { get: (name: string) => headers[name] ?? null },
    text: async () => '',
  };
  const outcome = await outcomeOf(response, z.unknown(), 'asking', NOW);
  return outcome.kind === 'failure' ? outcome.retryMs : null;
}

describe('a refusal for too many requests', () => {
  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '7', 'x-ratelimit-reset': '2026-11-16T09:30:00Z' }, 7_000],
    [{ 'x-ratelimit-reset': '2026-11-16T09:01:30Z' }, 90_000],
    [{ 'x-ratelimit-reset': '2026-11-16T09:01Z' }, 60_000],
    [{ 'x-ratelimit-reset': String(NOW / 1000 + 45) }, 45_000],
    [{ 'x-ratelimit-reset': '20' }, 20_000],
    [{ 'x-ratelimit-reset': '2026-11-16T08:00:00Z' }, 1_000],
    [{ 'x-ratelimit-reset': '2027-11-16T09:00:00Z' }, 3_600_000],
    [{ 'x-ratelimit-reset': 'soon' }, 10_000],
    [{}, 10_000],
  ])('is waited for as its headers say: %j', async (headers, ms) => {
    expect(await waitOf(headers as Record<string, string>)).toBe(ms);
  });
});

describe('writes on one issue', () => {
  const most = (moments: readonly number[], withinMs: number): number =>
    Math.max(
      ...moments.map((from) => moments.filter((at) => at >= from && at < from + withinMs).length),
    );

  it('stay below both of the limits, and another issue waits for none of them', () => {
    let now = NOW;
    const pace = writePace(() => now);
    const moments: number[] = [];
    for (let n = 0; n < 250; n++) {
      now += pace.waitFor(['10001']);
      moments.push(now);
    }
    expect(most(moments, 2_000)).toBeLessThanOrEqual(20);
    expect(most(moments, 30_000)).toBeLessThanOrEqual(100);
    expect(moments.at(-1)).toBeLessThanOrEqual(NOW + 70_000);
    expect(pace.waitFor(['10002'])).toBe(0);
  });
});

describe('the names of many people', () => {
  it('are asked for so that no address grows too long', async () => {
    const asked: string[] = [];
    const client = {
      call: async ({ route }: JiraCall<unknown>) => {
        asked.push(route.value);
        return { values: [{ accountId: `id-${asked.length}`, displayName: 'Somebody' }] };
      },
    } as unknown as JiraClient;
    const ids = Array.from(
      { length: 200 },
      (_, n) => `712020:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    );
    expect((await jiraDisplayNames(client).names(ids)).size).toBe(3);
    expect(Math.max(...asked.map(({ length }) => length))).toBeLessThan(8_000);
    expect(asked.join('').match(/accountId=/gu)).toHaveLength(200);
  });
});
