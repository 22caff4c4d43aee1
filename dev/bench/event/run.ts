import { median, rounded, type Bench, type BenchReport, type Benchmark } from '../bench';
import { countCalls } from './count-calls';
import { editsOf } from './edits';
import { measuredEdit, type Counters, type EditWork } from './measured-edit';
import { OLDER, OLDER_SOURCE } from './older';

const ISSUES = 1_000;
const EDITS = 1_000;

/** `--edits N`: so many edits instead of 1,000. */
export const whole = (options: readonly string[]): Promise<BenchReport> =>
  benchEvent(ISSUES, Number(options[options.indexOf('--edits') + 1]) || EDITS);
export const short = (): Promise<BenchReport> => benchEvent(100, 12);

const rows: readonly (readonly [name: string, unit: string, of: (work: EditWork) => number])[] = [
  ['cards', 'cards an edit', ({ cards }) => cards],
  ['evaluations', 'evaluations an edit', ({ evaluations }) => evaluations],
  ['storage reads', 'units an edit', ({ storageReads }) => storageReads],
  ['storage writes', 'units an edit', ({ storageWrites }) => storageWrites],
  ['Jira calls', 'calls an edit', ({ jiraCalls }) => jiraCalls],
  ['quota', 'points an edit', ({ points }) => points],
  ['invocations', 'invocations an edit', ({ invocations }) => invocations],
  ['computing', 'ms an edit', ({ computingMs }) => computingMs],
];
const averages = { median, mean };
export const figures: Benchmark['figures'] = rows.flatMap(([name]) => [
  `${name}: median`,
  `${name}: mean`,
]);

/** Edits in Jira, one after the other, over the app as users run it: what each sets off until nothing is left to do. */
async function benchEvent(issues: number, count: number): Promise<BenchReport> {
  const counters = countScoring();
  const { largeSite } = await import('../rescore/large-site');
  const { dev } = largeSite(issues);
  dev.announceInstalled();
  await dev.host.settle();
  const keys = Array.from({ length: issues }, (_, n) => `PAA-${n + 1}`);
  const works: { readonly field: string; readonly work: EditWork }[] = [];
  for (const edit of editsOf(keys, count)) {
    const work = await measuredEdit(edit, dev, counters);
    if (work?.invocations === 0) throw new Error(`The app heard nothing of ${edit.issueKey}`);
    if (work !== null) works.push({ field: edit.field, work });
  }
  dev.host.close();
  const all = works.map(({ work }) => work);
  return {
    benches: rows.flatMap(([name, unit, of]) =>
      (['median', 'mean'] as const).map((average) =>
        besideOlder(
          `${name}: ${average}`,
          unit,
          averages[average](all.map(of)),
          of(OLDER[average]),
        ),
      ),
    ),
    notes: [
      `${all.length} edits on a site of ${issues} issues. ${OLDER_SOURCE} by this same benchmark: its milliseconds are of that moment's machine, all else is the same on any.`,
      ...[...new Set(works.map(({ field }) => field))].map(
        (field) =>
          `Medians of edits of ${field}: ${medians(works.flatMap((one) => (one.field === field ? [one.work] : [])))}`,
      ),
    ],
  };
}

/** From the bottom up: who imports a counted function has to come after it. */
function countScoring(): Counters {
  const evaluations = countCalls('../../../src/core/scoring/evaluation', 'evaluate');
  return { evaluations, cards: countCalls('../../../src/core/score-card/make-card', 'makeCard') };
}

function besideOlder(name: string, unit: string, ours: number, older: number): Bench {
  return {
    name,
    unit,
    ours: rounded(ours),
    peer: older,
    peerName: OLDER_SOURCE,
    ratio: rounded(older / ours),
  };
}

function medians(works: readonly EditWork[]): string {
  return rows.map(([name, , of]) => `${name} ${rounded(median(works.map(of)))}`).join(', ');
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
