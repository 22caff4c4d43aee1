import { rounded, type Bench, type BenchReport, type Benchmark } from '../bench';
import { ask } from './asking';
import { EXTRA_FIELD, largeSite, LATENCY } from './large-site';
import { measured, type Work } from './measured';
import { oneByOne } from './one-by-one';
import { steering } from './steering';

const RULE = 'a rule or scripted field, an issue at a time';

/** The default rubric's criteria weigh differently: nothing new is asked of any issue. */
const REWEIGHED = {
  name: 'Reweighed',
  bands: { immediate: 60, soon: 40, canWait: 15 },
  effort: { k: 0.5 },
};
const asksMore = {
  ...REWEIGHED,
  name: 'Asks for one field more',
  lanes: [
    { lane: 'hot fix', any: [{ kind: 'openIncident', severity: 2 }] },
    { lane: 'strategic bet', any: [{ kind: 'filled', fields: [EXTRA_FIELD] }] },
    { lane: 'feature improvement', any: [{ kind: 'level', atLeast: -1, atMost: 99 }] },
  ],
};

export const whole = (): Promise<BenchReport> => benchRescore([1_000, 10_000, 100_000], 5_000);
export const short = (): Promise<BenchReport> => benchRescore([200], 2_500);
export const figures: Benchmark['figures'] = ['first scoring', 'changed rubric'].flatMap((work) =>
  ['Jira calls', 'quota', 'time', 'computing'].map((what) => `200 issues, ${work}: ${what}`),
);

/** Whole backlogs of several sizes, on a virtual clock with a stated latency: the same figures on every machine. */
async function benchRescore(sizes: readonly number[], steered: number): Promise<BenchReport> {
  const benches: Bench[] = [];
  const notes = [
    `Latency: ${LATENCY.jiraMs} ms a Jira call, ${LATENCY.storageMs} ms a storage or queue call; 65,000 points an hour; functions of 512 MB.`,
  ];
  for (const size of sizes) {
    const { first, again, reweighed, more, peer, issues, linked } = await runs(size);
    const label = size.toLocaleString('en');
    benches.push(
      ...compared(`${label} issues, first scoring`, first, peer),
      ...compared(`${label} issues, changed rubric`, reweighed, peer),
    );
    notes.push(
      ...[
        ['first scoring', first],
        ['read again, nothing changed', again],
        ['changed rubric, signals held', reweighed],
        ['changed rubric, one field more', more],
        ['one by one', peer],
      ].map(([name, work]) => line(label, name as string, work as Work)),
      `${label}: ${issues} open issues, ${linked} incidents linked`,
    );
  }
  return { benches, notes: [...notes, ...(await steering(steered))] };
}

async function runs(size: number) {
  const site = largeSite(size, { latency: LATENCY });
  const { dev } = site;
  const first = await measured(dev, () => dev.announceInstalled());
  const again = await measured(dev, () => ask(dev, 'job.start', { project: null, jql: '' }));
  const reweighed = await measured(dev, () =>
    ask(dev, 'rubric.publish', { project: null, document: REWEIGHED, reason: 'Bench' }),
  );
  const cost = await ask(dev, 'rubric.cost', { project: null, document: asksMore });
  const more = await measured(dev, () =>
    ask(dev, 'rubric.publish', { project: null, document: asksMore, reason: 'Bench' }),
  );
  if (!cost.ok || cost.cost.reads !== site.issues)
    throw new Error(`Announced ${JSON.stringify(cost)} for ${site.issues} issues`);
  dev.host.close();
  const peer = await oneByOne(largeSite(size));
  return { first, again, reweighed, more, peer, issues: site.issues, linked: site.linked };
}

function compared(name: string, ours: Work, peer: Work): Bench[] {
  const rows: readonly (readonly [what: string, unit: string, of: (work: Work) => number])[] = [
    ['Jira calls', 'calls', ({ jiraCalls }) => jiraCalls],
    ['quota', 'points', ({ points }) => points],
    ['time', 's', ({ seconds }) => seconds],
    ['computing', 'GB·s', ({ gbSeconds }) => gbSeconds],
  ];
  return rows.map(([what, unit, of]) => ({
    name: `${name}: ${what}`,
    unit,
    ours: rounded(of(ours)),
    peer: rounded(of(peer)),
    peerName: RULE,
    ratio: rounded(of(peer) / Math.max(of(ours), 1e-9)),
  }));
}

function line(
  label: string,
  name: string,
  { jiraCalls, points, storageUnits, invocations, gbSeconds, seconds, written }: Work,
): string {
  return `${label} ${name}: ${jiraCalls} calls, ${points} points, ${storageUnits} storage units, ${invocations} invocations, ${Math.round(gbSeconds)} GB·s, ${Math.round(seconds)} s, ${written} issues written`;
}
