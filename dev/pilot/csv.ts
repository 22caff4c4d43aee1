import type { PilotIssue } from './outcome';

const columns = [
  'key',
  'summary',
  'score',
  'low',
  'high',
  'lane',
  'because',
  'horizon',
  'missing',
  'rank',
] as const;

/** The ranking as RFC 4180 CSV. Text that a spreadsheet would take for a formula is quoted with an apostrophe. */
export function rankingCsv(issues: readonly PilotIssue[]): string {
  const rows = issues.map((issue) =>
    columns
      .map((column) =>
        cell(
          column === 'missing' ? issue.missing.map(({ label }) => label).join('; ') : issue[column],
        ),
      )
      .join(','),
  );
  return [columns.join(','), ...rows, ''].join('\r\n');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
