import { ask } from '../../dev/bench/rescore/asking';
import { INCIDENT_EVERY, largeSite, LATENCY, START } from '../../dev/bench/rescore/large-site';
import type { DevSite } from '../../dev/dev-site';
import type { VirtualClock } from '../../dev/clock';
import { randomFrom } from '../../dev/forge/random';
import type { StorageReadings } from '../../dev/forge/kvs/readings';
import type { DeliveryFaults } from '../../dev/forge/product-events';
import type { Fault } from '../../dev/jira/faults';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { deeds, type TimedEdit } from './deeds';
import { calmStanding, compared, openInLedger, standingOf } from './standing';

/** What goes wrong in a run, and what people do meanwhile. */
export interface Trouble {
  readonly faults?: readonly Fault[];
  readonly delivery?: DeliveryFaults;
  /** Milliseconds that Jira's search lags behind what is written. */
  readonly searchLagMs?: number;
  /** How often the app's long-running functions are killed in the middle. */
  readonly kills?: number;
  /** Issues that people edit, link, move, close and delete while the backlog is scored. */
  readonly deeds?: number;
  /** Jobs on single projects come while the first job runs, and a new rubric after it has scored; faults and kills only from then on. */
  readonly jobs?: boolean;
  /** How the storage behaves where two readings are possible; as the run of the tests says when left out. */
  readonly storage?: StorageReadings;
}

export interface Outcome {
  readonly issues: number;
  readonly injected: number;
  /** Requests to Jira sent once more after they had failed. */
  readonly retries: number;
  readonly kills: number;
  readonly lost: readonly string[];
  readonly wrong: readonly string[];
  /** Open in the ledger, but not in Jira. */
  readonly leftOver: readonly string[];
  /** Invocations that broke a limit of time or memory, or failed by a mistake. */
  readonly failures: readonly string[];
}

/** By priority alone, and low ones say nothing: it takes their scores away. Lanes and urgency still follow from incidents. */
const RUBRIC = {
  name: 'Changed meanwhile',
  bands: { immediate: 60, soon: 40, canWait: 15 },
  effort: { k: 0.5 },
  pillars: [{ id: 'value', label: 'Value' }],
  criteria: [
    {
      id: 'priority',
      pillar: 'value',
      label: 'Priority',
      weight: 1,
      absence: 'unknown',
      signal: { kind: 'priority' },
      curve: { kind: 'table', values: { Highest: 100, High: 70, Medium: 40 } },
    },
    // Filled nowhere, and asked of no ledger yet: so every issue is read under this rubric, as in the calm run.
    {
      id: 'scripted',
      pillar: 'value',
      label: 'Scripted score',
      weight: 1,
      absence: 'unknown',
      signal: { kind: 'number', fields: ['Scripted score'] },
      curve: { kind: 'log', full: 100 },
    },
  ],
  lanes: defaultRubric.lanes.filter(({ any }) => any.every(({ kind }) => kind !== 'followUp')),
};
const SEED = 7;
const MINUTE_MS = 60_000;

/** When a part of the backlog has scores already. */
const publishedAfter = (count: number): number => 20_000 + count * 2;

/** Scores a large backlog in trouble, and then once more in calm over the state of Jira that came of it. */
export async function faultRun(count: number, trouble: Trouble): Promise<Outcome> {
  const { dev } = largeSite(count, {
    latency: LATENCY,
    ...(trouble.storage && { storage: trouble.storage }),
  });
  const clock = dev.clock as VirtualClock;
  const retries = countRetries(dev);
  const from = trouble.jobs === true ? START + publishedAfter(count) : START;
  const killed = killer(
    dev,
    trouble.kills ?? 0,
    Math.max(trouble.jobs === true ? 100 : 8, count / 50),
    from,
  );
  const failures: string[] = [];
  dev.host.invocations.subscribe(({ functionKey, outcome, error }) => {
    if (
      (outcome === 'failed' || outcome === 'timed out') &&
      error?.includes('as the test asks') !== true
    )
      failures.push(`${functionKey}: ${error ?? outcome}`);
  });
  if (from === START) goWrong();
  else clock.schedule(from, 'due', goWrong);
  dev.host.setDelivery(trouble.delivery ?? {});
  dev.site.setSearchLag(trouble.searchLagMs ?? 0);
  for (const deed of deedsOf(dev, count, trouble.deeds ?? 0))
    clock.schedule(
      START + deed.at,
      'due',
      () => void deed.does(dev).catch((problem: unknown) => failures.push(String(problem))),
    );
  const asked = trouble.jobs === true ? moreJobs(dev, clock, count) : [];
  dev.announceInstalled();
  await dev.host.settle();
  await Promise.all(asked);
  for (let hour = 0; hour < 6; hour++) {
    await dev.host.settle();
    await clock.advance(45 * MINUTE_MS);
    await dev.host.runSchedule('hourly').catch(() => undefined);
    await dev.host.settle();
  }
  const injected = dev.site.faults.struck.reduce((sum, times) => sum + times, 0);
  dev.site.faults.clear();
  dev.site.setSearchLag(0);
  const found = await standingOf(dev);
  const open = new Set(found.keys());
  const left = openInLedger(dev).filter((id) => !open.has(id));
  const calm = await calmStanding(dev, trouble.jobs === true ? RUBRIC : null);
  return {
    issues: calm.size,
    injected,
    retries: retries(),
    kills: killed(),
    ...compared(calm, found),
    leftOver: left,
    failures,
  };

  function goWrong(): void {
    dev.site.faults.set({ seed: SEED, faults: trouble.faults ?? [] });
  }
}

/** As one line: what was done to the run, and what it did to the issues. */
export function inWords(
  name: string,
  { issues, injected, retries, kills, lost, wrong, leftOver }: Outcome,
): string {
  return `${name}: ${issues} open issues · ${injected} faults injected, ${kills} kills, ${retries} retries · lost ${lost.length}, wrong ${wrong.length}, left over ${leftOver.length}`;
}

function deedsOf({ site }: DevSite, count: number, many: number): readonly TimedEdit[] {
  const incidents = Math.floor((count - 1) / INCIDENT_EVERY) + 1;
  const keys: string[] = [];
  for (let id = 10_001; keys.length < count; id++) {
    const key = site.peek(String(id))?.key;
    if (key === undefined) break;
    if (!key.startsWith('INC-')) keys.push(key);
  }
  // The later half of the time the issues are scored already, the earlier half they are about to be.
  return deeds(
    keys,
    Array.from({ length: incidents }, (_, n) => `INC-${n + 1}`),
    ['PAA', ...(count > 5_000 ? ['PAB'] : [])],
    many,
    Math.max(4_000, count * 10),
    SEED,
  );
}

function moreJobs(dev: DevSite, clock: VirtualClock, count: number): readonly Promise<unknown>[] {
  const later = (ms: number, work: () => Promise<unknown>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      clock.schedule(START + ms, 'due', () => void work().then(resolve, reject));
    });
  return [
    later(count / 4, () => ask(dev, 'job.start', { project: 'PAA', jql: '' })),
    later(publishedAfter(count), () =>
      ask(dev, 'rubric.publish', { project: null, document: RUBRIC, reason: 'Meanwhile' }),
    ),
    later(count, () => ask(dev, 'job.start', { project: 'INC', jql: 'priority = High' })),
  ];
}

/** A request that comes again as it was after it failed is a retry. */
function countRetries({ site }: DevSite): () => number {
  const failed = new Map<string, number>();
  let retries = 0;
  const { handle } = site;
  site.handle = async (request) => {
    const name = `${request.method} ${request.path} ${request.body ?? ''}`;
    const before = failed.get(name) ?? 0;
    if (before > 0 && request.outsideQuota !== true) {
      retries += 1;
      failed.set(name, before - 1);
    }
    const fails = (): void => void failed.set(name, (failed.get(name) ?? 0) + 1);
    const answer = await handle(request).catch((problem: unknown) => {
      fails();
      throw problem;
    });
    if (answer.status >= 400) fails();
    return answer;
  };
  return () => retries;
}

/** Kills consumers at calls that chance chooses, before or after the call is done, from a moment on. */
function killer(
  { host, clock }: DevSite,
  kills: number,
  apart: number,
  from: number,
): () => number {
  const random = randomFrom(SEED + 1);
  const gap = (): number => 1 + Math.floor(random() * apart);
  let done = 0;
  let next = gap();
  host.interrupt((functionKey) => {
    if (
      done >= kills ||
      clock.now() < from ||
      (functionKey !== 'on-backlog' && functionKey !== 'on-rescore')
    )
      return null;
    next -= 1;
    if (next > 0) return null;
    next = gap();
    done += 1;
    return random() < 0.5 ? 'before' : 'after';
  });
  return () => done;
}
