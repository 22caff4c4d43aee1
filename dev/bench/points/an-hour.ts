import type { DevSite } from '../../dev-site';
import type { VirtualClock } from '../../clock';
import { make, type Edit } from '../event/edits';
import { openSurfaces, type Ways } from './surfaces';

/** What an hour took. */
export interface Cost {
  /** Points of Jira's quota, those of the app's functions alone. */
  readonly points: number;
  /** What the browsers' own questions to Jira would take if they counted; Atlassian is said not to count them. */
  readonly browserPoints: number;
  readonly invocations: number;
  readonly storageReads: number;
  readonly storageWrites: number;
}

export interface Hour {
  /** Keys of the issues that are looked at, one page each. */
  readonly pages: readonly string[];
  /** How many minutes each page stays open. */
  readonly openFor: number;
  /** What somebody else edits in each minute; nothing when left out. */
  readonly edits?: readonly Edit[];
}

/** An hour of people with an issue open, its panel and its context side by side, a step every five seconds. */
export async function anHour(
  dev: DevSite & { readonly clock: VirtualClock },
  { pages, openFor, edits = [] }: Hour,
  ways: Ways,
  minutes = 60,
): Promise<Cost> {
  const before = dev.host.invocations.totals();
  const began = dev.clock.now();
  const open = await Promise.all(pages.map((key) => openSurfaces(key, dev, ways)));
  await dev.host.settle();
  for (let second = 5; second <= minutes * 60; second += 5) {
    const edit = second % 60 === 30 ? edits[Math.floor(second / 60)] : undefined;
    if (edit !== undefined) {
      await make(edit, dev);
      for (const page of open) page.changed(edit.issueKey);
      await dev.host.settle();
    }
    const due = began + second * 1_000;
    if (dev.clock.now() < due) await dev.clock.advance(due - dev.clock.now());
    if (second <= openFor * 60) for (const page of open) await page.step();
  }
  await dev.host.settle();
  for (const page of open) page.close();
  const after = dev.host.invocations.totals();
  return {
    points: after.points - before.points,
    browserPoints: open.reduce((sum, page) => sum + page.browserPoints(), 0),
    invocations: after.invocations - before.invocations,
    storageReads: after.kvsReads - before.kvsReads,
    storageWrites: after.kvsWrites - before.kvsWrites,
  };
}
