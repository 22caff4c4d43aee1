import type { VirtualClock } from '../../dev/clock';
import type { KvsEntry } from '../../dev/forge/kvs/view';
import { opened } from '../../src/storage/personal-data/opened-record';
import { fullStore, GONE } from './full-store';
import type { SmallSite, WrittenFields } from './small-site';

const DAY_MS = 86_400_000;

export const stored = (site: SmallSite): readonly KvsEntry[] => [...site.dev.host.dumpKvs()];

/** A record with everything in it as text: what is packed is opened. */
export function textOf({ entity, key, value }: KvsEntry): string {
  const found = opened({ entity, key, value });
  return JSON.stringify([key, value, found?.content ?? null]);
}

/** Names of the records in which one of these people still stands. */
export const standing = (site: SmallSite, people: readonly string[]): readonly string[] =>
  stored(site).flatMap((entry) =>
    people.some((who) => textOf(entry).includes(who))
      ? [`${entry.entity ?? 'value'} ${entry.key}`]
      : [],
  );

export async function aWeek(site: SmallSite): Promise<void> {
  await (site.dev.clock as VirtualClock).advance(7 * DAY_MS);
  await site.dev.host.runSchedule('daily');
  await site.settle();
}

/** Whoever closed the account is taken out, by invocations of which one is cut off after its call: where they still stand two hours later. */
export async function cutOffAfter(
  cut: number,
): Promise<{ readonly left: readonly string[]; readonly fields: readonly WrittenFields[] }> {
  const site = await fullStore();
  site.dev.host.accounts.close(GONE);
  await (site.dev.clock as VirtualClock).advance(7 * DAY_MS);
  let calls = 0;
  site.dev.host.interrupt((functionKey) => {
    if (functionKey !== 'on-backlog') return null;
    calls += 1;
    return calls === cut ? 'after' : null;
  });
  await site.dev.host.runSchedule('daily');
  await site.settle();
  site.dev.host.interrupt(null);
  for (let hour = 0; hour < 2; hour += 1) {
    await (site.dev.clock as VirtualClock).advance(DAY_MS / 24);
    await site.dev.host.runSchedule('hourly');
    await site.settle();
  }
  return {
    left: standing(site, [GONE]),
    fields: await Promise.all(['PAY-1', 'PAY-2'].map((key) => site.fields(key))),
  };
}
