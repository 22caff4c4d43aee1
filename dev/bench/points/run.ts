import { rounded, type BenchReport, type Benchmark } from '../bench';
import { largeSite, INCIDENT_EVERY } from '../rescore/large-site';
import type { VirtualClock } from '../../clock';
import type { DevSite } from '../../dev-site';
import { LOOK_AGAIN_MS } from '../../../static/ui/src/shared/scores/news';
import { HEARD_WITHIN_MS } from '../../../static/ui/src/shared/scores/news';
import { anHour, type Cost, type Hour } from './an-hour';
import { OLDER, OLDER_SOURCE } from './older';
import type { Ways } from './surfaces';

const CUSTOMERS = 20;
const VIEWS_AN_HOUR = 40;

const ways: Ways = {
  shared: true,
  askAgainMs: null,
  lookAgainMs: LOOK_AGAIN_MS.listening,
  toldWithinMs: HEARD_WITHIN_MS,
};

/** Issues that have an incident linked, as those that people look at often have. */
const withEvidence = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `PAA-${n * INCIDENT_EVERY + 1}`);
const [watched = ''] = withEvidence(1);

const hours: Readonly<Record<string, Hour>> = {
  'first opening': { pages: [watched], openFor: 0 },
  'an hour open, nothing changes': { pages: [watched], openFor: 60 },
  'ten viewers, an edit a minute': {
    pages: Array.from({ length: 10 }, () => watched),
    openFor: 60,
    edits: Array.from({ length: 60 }, (_, n) => ({
      issueKey: watched,
      field: 'priority' as const,
      value: { name: n % 2 === 0 ? 'Low' : 'Highest' },
    })),
  },
  [`a customer: ${VIEWS_AN_HOUR} views of 3 minutes`]: {
    pages: withEvidence(VIEWS_AN_HOUR),
    openFor: 3,
  },
};

const figuresOf = ({ points, browserPoints, invocations, storageReads, storageWrites }: Cost) =>
  ({
    points,
    'points if those of browsers count': points + browserPoints,
    invocations,
    'storage units': storageReads + storageWrites,
  }) as const;

const names = Object.keys(hours);
export const figures: Benchmark['figures'] = names.flatMap((name) =>
  ['points', 'points if those of browsers count', 'invocations', 'storage units'].map(
    (figure) => `${name}: ${figure}`,
  ),
);

const ISSUES = VIEWS_AN_HOUR * INCIDENT_EVERY;

export const whole = (): Promise<BenchReport> => benchPoints(60);
/** Six minutes instead of an hour. */
export const short = (): Promise<BenchReport> => benchPoints(6);

async function benchPoints(minutes: number): Promise<BenchReport> {
  const benches = [];
  for (const [name, hour] of Object.entries(hours)) {
    const cost = figuresOf(await costOf(hour, minutes));
    for (const [figure, ours] of Object.entries(cost)) {
      const peer = OLDER[name]?.[figure] ?? Number.NaN;
      benches.push({
        name: `${name}: ${figure}`,
        unit: 'an hour',
        ours,
        peer,
        peerName: OLDER_SOURCE,
        ratio: rounded(ours === 0 ? peer : peer / ours),
      });
    }
  }
  const customer = benches.find(({ name }) => name === `${names[3] ?? ''}: points`);
  return {
    benches,
    notes: [
      `${CUSTOMERS} such customers: ${(customer?.ours ?? 0) * CUSTOMERS} points of the 65,000 that all share, before ${(customer?.peer ?? 0) * CUSTOMERS}.`,
      'A page shows panel and context; every issue has an incident linked. The points of an edit that is scored are among them.',
    ],
  };
}

async function costOf(hour: Hour, minutes: number): Promise<Cost> {
  const { dev } = largeSite(ISSUES);
  dev.announceInstalled();
  await dev.host.settle();
  const cost = await anHour(dev as DevSite & { readonly clock: VirtualClock }, hour, ways, minutes);
  dev.host.close();
  return cost;
}
