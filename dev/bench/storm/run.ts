import { rounded, type Bench, type BenchReport, type Benchmark } from '../bench';
import { deliveryStorm, type Storm } from './deliveries';

export const whole = (): Promise<BenchReport> =>
  benchStorm({ aSecond: 200, seconds: 10, issues: 400 });
export const short = (): Promise<BenchReport> =>
  benchStorm({ aSecond: 20, seconds: 1, issues: 20 });

/** Deliveries about distinct issues within one second; a review of commit 4bccf78 found so many of 80 taken, the others answered 500. */
const BURST: Storm = { aSecond: 80, seconds: 1, issues: 80 };
const OLDER_TAKEN = 67;
const OLDER_SOURCE = 'a review of commit 4bccf78';

export const figures: Benchmark['figures'] = [
  'burst of 80 in a second: taken at once',
  'storm: recorded in the end',
  'storm: taken at once',
  'storm: storage units a delivery',
];

/** Signed deliveries as an alerting tool sends them in an outage: what is taken, what is asked to come again, and what it costs. */
async function benchStorm(storm: Storm): Promise<BenchReport> {
  const burst = await deliveryStorm(BURST);
  const sent = storm.aSecond * storm.seconds;
  const outcome = await deliveryStorm(storm);
  const units = outcome.storageUnits / sent;
  const beside = (name: string, ours: number, peer: number, peerName: string): Bench => ({
    name,
    unit: 'deliveries',
    ours: rounded(ours),
    peer,
    peerName,
    ratio: rounded(ours / peer),
  });
  return {
    benches: [
      beside(figures[0] ?? '', burst.atOnce, OLDER_TAKEN, OLDER_SOURCE),
      beside(figures[1] ?? '', outcome.recorded, sent, 'what was sent'),
      beside(figures[2] ?? '', outcome.atOnce, sent, 'what was sent'),
      {
        ...beside(figures[3] ?? '', units, rounded(burst.storageUnits / 80), 'in the burst'),
        unit: 'units',
      },
    ],
    notes: [
      `${sent} deliveries, ${storm.aSecond} a second; storage takes 20 ms a call and at most 4,000 units a minute each way, the scorings included.`,
      `Answers: ${[...outcome.answers].map(([status, times]) => `${status} × ${times}`).join(', ')}. Those of 503 came again later, as senders do.`,
      ...outcome.problems.map((problem) => `Failed: ${problem}`),
    ],
  };
}
