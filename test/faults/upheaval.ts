import { largeSite, LATENCY, START } from '../../dev/bench/rescore/large-site';
import type { VirtualClock } from '../../dev/clock';
import { createDevSite, type DevSite } from '../../dev/dev-site';
import { randomFrom } from '../../dev/forge/random';
import type { StorageReadings } from '../../dev/forge/kvs/readings';
import type { Fault } from '../../dev/jira/faults';
import { asPerson } from './deeds';
import { enteredIn, enterEverything, missing } from './entered';
import { compared, emptyFields, openInLedger, standingOf } from './standing';

/** What happens to whole projects; none of it is told of by an event of an issue, but a move. */
export interface Upheaval {
  readonly blind?: boolean;
  readonly renamed?: boolean;
  readonly archived?: boolean;
  /** Issues that are taken to the other project. */
  readonly moved?: number;
  readonly faults?: readonly Fault[];
  readonly storage?: StorageReadings;
}

export interface Aftermath {
  readonly issues: number;
  readonly injected: number;
  /** What had been entered, in words. */
  readonly counts: string;
  /** Of what was entered, and issues that the ledger lacks. */
  readonly lost: readonly string[];
  readonly wrong: readonly string[];
  readonly leftOver: readonly string[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const SEED = 11;

/** Turns the projects of a large backlog upside down and back, and holds what is left against what was entered and a calm scoring. */
export async function upheavalRun(count: number, upheaval: Upheaval): Promise<Aftermath> {
  const { dev } = largeSite(count, {
    latency: LATENCY,
    ...(upheaval.storage && { storage: upheaval.storage }),
  });
  dev.announceInstalled();
  await dev.host.settle();
  const issues = workOf(dev, count);
  const [first = '', second = first] = [...new Set(issues.map(({ key }) => projectOf(key)))];
  const touched = [...issues].filter((_, n) => n % Math.floor(count / 90) === 0);
  await enterEverything(dev, [first, second], touched);
  const before = enteredIn(dev);
  dev.site.faults.set({ seed: SEED, faults: upheaval.faults ?? [] });
  await turnOver(dev, { first, second, issues }, upheaval);
  const injected = dev.site.faults.struck.reduce((sum, times) => sum + times, 0);
  dev.site.faults.clear();
  await hours(dev, 2);
  const { counts, lost } = missing(before, enteredIn(dev));
  const found = await standingOf(dev);
  const open = new Set(found.keys());
  const leftOver = openInLedger(dev).filter((id) => !open.has(id));
  const calm = await calmWithEntered(dev);
  const { lost: unknown, wrong } = compared(calm, found);
  return { issues: calm.size, injected, counts, lost: [...lost, ...unknown], wrong, leftOver };
}

interface Backlog {
  readonly first: string;
  readonly second: string;
  readonly issues: readonly { readonly id: string; readonly key: string }[];
}

async function turnOver(
  dev: DevSite,
  { first, second, issues }: Backlog,
  { blind, renamed, archived, moved = 0 }: Upheaval,
): Promise<void> {
  const { projects } = dev.site;
  const random = randomFrom(SEED);
  const some = (many: number) => [...issues].sort(() => random() - 0.5).slice(0, many);
  if (renamed === true) projects.rename(first, 'PXX');
  if (blind === true) projects.hideFromApp(second);
  if (archived === true) projects.archive('INC');
  // Edits while the app sees little, and a night's work: it must not take what it does not see for gone.
  for (const { id } of some(60))
    await asPerson(dev, 'PUT', `/rest/api/3/issue/${id}`, {
      fields: { priority: { name: random() < 0.5 ? 'Highest' : 'Lowest' } },
    });
  await dev.host.settle();
  await dev.host.runSchedule('daily').catch(() => undefined);
  await hours(dev, 3);
  if (renamed === true) {
    projects.create(first, 'Another of that key');
    for (let n = 0; n < 20; n += 1)
      await asPerson(dev, 'POST', '/rest/api/3/issue', {
        fields: {
          project: { key: first },
          issuetype: { name: 'Bug' },
          summary: `New ${n}`,
          priority: { name: 'High' },
        },
      });
  }
  for (const { id } of some(moved)) dev.site.move(id, random() < 0.5 ? second : 'INC');
  if (blind === true) projects.showToApp(second);
  if (archived === true) projects.unarchive('INC');
  await hours(dev, 4);
}

/** Whole hours pass, with the schedule of each. */
async function hours(dev: DevSite, many: number): Promise<void> {
  for (let hour = 0; hour < many; hour += 1) {
    await dev.host.settle();
    await (dev.clock as VirtualClock).advance(45 * MINUTE_MS);
    await dev.host.runSchedule('hourly').catch(() => undefined);
    await dev.host.settle();
  }
  if (dev.clock.now() - START > 14 * HOUR_MS)
    throw new Error(
      'A day has passed: time alone moves scores, and the calm run is none to compare with',
    );
}

function workOf({ site }: DevSite, count: number): Backlog['issues'] {
  const found: { id: string; key: string }[] = [];
  for (let id = 10_001; found.length < count; id += 1) {
    const key = site.peek(String(id))?.key;
    if (key === undefined) break;
    if (!key.startsWith('INC-')) found.push({ id: String(id), key });
  }
  return found;
}

const projectOf = (key: string): string => key.slice(0, key.lastIndexOf('-'));

/** What the app works out again for itself; all else was entered, or says whose it is. */
const WORKED_OUT = /^(job|covered|health|spent|pool|site-fields|working-time|storage-trial)/u;

/** The app comes anew to the site as it stands now, with what was entered and nothing else, and nothing goes wrong. */
async function calmWithEntered(troubled: DevSite): ReturnType<typeof standingOf> {
  const { site, clock, host } = troubled;
  const entered = [...host.dumpKvs()].filter(
    ({ entity, key }) =>
      entity !== 'ledger' && entity !== 'mark' && (entity !== null || !WORKED_OUT.test(key)),
  );
  host.close();
  await emptyFields(troubled);
  const calm = createDevSite({ clock, site });
  for (const { entity, key, value } of entered) calm.host.damageKvs({ entity, key, value });
  calm.announceInstalled();
  await calm.host.settle();
  calm.host.close();
  return standingOf(calm);
}
