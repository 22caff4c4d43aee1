import type { Figure, OrderFigures } from './figures';
import type { BacktestOutcome, DayOutcome } from './outcome';

const WIDE = 26;

/** The outcome as a person reads it in a terminal. */
export function backtestReport(outcome: BacktestOutcome): string {
  const { rubric, newest, resolutions, days, tooLate, warnings } = outcome;
  return [
    `Backlogs of the past under «${rubric}», compared with what was fixed afterwards; the file ends on ${newest}`,
    `Fixed means resolved as ${listed(resolutions.fixed)}; not ${listed(resolutions.other)}`,
    'AUC: of a fixed issue and another, how often the fixed one comes first (.50 is chance, ties count half), with its 95 % interval; then the share of fixed ones among the first 20 and 100',
    ...(warnings.length > 0
      ? ['', 'The import noticed', ...warnings.map((text) => `  ${text}`)]
      : []),
    ...(tooLate.length > 0
      ? ['', `Too late to know what was fixed within 90 days, left out: ${tooLate.join(', ')}`]
      : []),
    ...days.flatMap((day) => ['', ...dayLines(day)]),
  ].join('\n');
}

function dayLines(outcome: DayOutcome): readonly string[] {
  const { day, open, evidence, fixed, orders, scores, notUndone } = outcome;
  const later =
    fixed.within365 === null
      ? '; the file ends before 365 days are over'
      : `, ${fixed.within365} within 365`;
  return [
    `${day}: ${open} open issues, ${fixed.within90} of them fixed within 90 days${later}${evidence === 0 ? '' : ` (${evidence} open incidents and tickets left out)`}`,
    ...(notUndone === null ? [] : [`  ${notUndone}`]),
    `  ${''.padEnd(WIDE)}${'within 90 days'.padEnd(32)}within 365 days`,
    `  ${''.padEnd(WIDE)}${HEADS}${HEADS}`.trimEnd(),
    ...orders.map(({ id, label, within90, within365 }) =>
      `  ${(id.startsWith('criterion') ? `  ${label}` : label).padEnd(WIDE)}${cells(within90)}${within365 === null ? '' : cells(within365)}`.trimEnd(),
    ),
    `  Scores    ${scores.distinct} different, the largest tie ${percent(scores.largestTie)}`,
    `  Bands     ${shares(outcome.bands)}`,
    `  Lanes     ${shares(outcome.lanes)}`,
    `  Horizons  ${shares(outcome.horizons)}`,
  ];
}

const HEADS = 'AUC'.padEnd(18) + 'in 20'.padEnd(6) + 'in 100'.padEnd(8);

function cells({ auc, first20, first100 }: OrderFigures): string {
  const interval = auc === null ? '' : ` (${share(auc.low)}–${share(auc.high)})`;
  return (
    `${shareOf(auc, 3)}${interval}`.padEnd(18) +
    shareOf(first20, 2).padEnd(6) +
    shareOf(first100, 2).padEnd(8)
  );
}

function shareOf(figure: Figure, digits: number): string {
  return figure === null ? '–' : share(figure.value, digits);
}

/** As statistics write it: .73 */
function share(value: number, digits = 2): string {
  return value.toFixed(digits).replace(/^0/u, '');
}

function shares(all: Readonly<Record<string, number>>): string {
  return Object.entries(all)
    .map(([name, one]) => `${name} ${percent(one)}`)
    .join(' · ');
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
