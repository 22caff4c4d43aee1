import { loadavg } from 'node:os';
import type { RubricPreview } from '../../../src/contract/preview';
import type { DevSite } from '../../dev-site';
import { rounded, type Bench, type BenchReport, type Benchmark } from '../bench';
import { ask } from '../rescore/asking';
import { largeSite, LATENCY } from '../rescore/large-site';
import { besideNaive } from '../scoring/preview';
import { measuredWait, type Wait } from './measured-wait';
import { besideOlder, OLDER_NOTE } from './older';

const ANEW = 'reading every issue anew from Jira and scoring it';
/** What a function has. */
const MEMORY_MB = 512;
const document = {
  name: 'Reweighed',
  bands: { immediate: 60, soon: 40, canWait: 15 },
  effort: { k: 0.5 },
};

// With their incidents 19,600 are just what one answer holds.
export const whole = (): Promise<BenchReport> =>
  benchPreview([1_000, 10_000, 19_600, 100_000], 20_000);
export const short = (): Promise<BenchReport> => benchPreview([200], 500);
export const figures: Benchmark['figures'] = [
  '500 issues: computing',
  ...['time', 'storage', 'quota', 'memory'].map((what) => `200 issues: ${what}`),
  ...['storage', 'quota'].map((what) => `200 issues: ${what}, then and now`),
];

/** A draft previewed on backlogs of several sizes: from the ledger, and as it would be without one. */
async function benchPreview(sizes: readonly number[], computed: number): Promise<BenchReport> {
  const benches: Bench[] = [await besideNaive(computed)];
  const notes = [
    `Latency: ${LATENCY.jiraMs} ms a Jira call, ${LATENCY.storageMs} ms a storage or queue call; 65,000 points an hour; 4,000 units of storage a minute; seconds are those of the model plus what this machine computed, one after the other.`,
    OLDER_NOTE,
  ];
  for (const size of sizes) {
    const { ours, peer, preview, way } = await runs(size);
    const name = `${size.toLocaleString('en')} issues`;
    const compared = (what: string, unit: string, of: (wait: Wait) => number): Bench => ({
      name: `${name}: ${what}`,
      unit,
      ours: rounded(of(ours)),
      peer: rounded(of(peer)),
      peerName: ANEW,
      ratio: rounded(of(peer) / Math.max(of(ours), 1e-9)),
    });
    benches.push(
      compared('time', 's', ({ seconds }) => seconds),
      compared('storage', 'units', ({ storageUnits }) => storageUnits),
      compared('quota', 'points', ({ points }) => points),
      {
        name: `${name}: memory`,
        unit: 'MB',
        ours: rounded(ours.memoryMb),
        peer: MEMORY_MB,
        peerName: 'what a function has',
        ratio: rounded(MEMORY_MB / Math.max(1, ours.memoryMb)),
      },
      ...besideOlder(size, name, ours),
    );
    notes.push(
      `${name}, ${way}: ${told(ours)}; read anew: ${told(peer)}; ${preview.issues} previewed, ${preview.changes.any} change, ${preview.movers.length} movers named, ${Math.round(JSON.stringify(preview).length / 1024)} KB`,
    );
  }
  return {
    benches,
    notes: [
      ...notes,
      `Load of the machine over the last five minutes: ${(loadavg()[1] ?? 0).toFixed(1)}`,
    ],
  };
}

async function runs(size: number) {
  const { dev } = largeSite(size, { latency: LATENCY });
  dev.announceInstalled();
  await dev.host.settle();
  // Apart from what else was read in this minute and hour.
  await dev.clock.sleep(3_600_000);
  await dev.host.settle();
  const { wait: ours, value } = await measuredWait(dev, () => previewed(dev));
  await dev.clock.sleep(3_600_000);
  const { wait: peer } = await measuredWait(dev, () =>
    ask(dev, 'job.start', { project: null, jql: '' }),
  );
  dev.host.close();
  return { ours, peer, ...value };
}

async function previewed(
  dev: DevSite,
): Promise<{ readonly preview: RubricPreview; readonly way: string }> {
  const answer = await ask(dev, 'rubric.preview', { project: null, document });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  if (answer.preview !== null) return { preview: answer.preview, way: 'at once' };
  await dev.host.settle();
  const run = await ask(dev, 'preview.view', { project: null });
  if (run?.preview == null)
    throw new Error(`The run is ${run?.state ?? 'lost'}: ${run?.note ?? ''}`);
  return { preview: run.preview, way: 'by a run' };
}

function told({
  seconds,
  computing,
  jiraCalls,
  points,
  storageUnits,
  invocations,
  memoryMb,
}: Wait): string {
  return `${rounded(seconds)} s (${rounded(computing)} s computing), ${jiraCalls} calls, ${points} points, ${storageUnits} storage units, ${invocations} invocations, ${Math.round(memoryMb)} MB`;
}
