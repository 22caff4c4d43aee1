import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import type { Rubric } from '../../src/core/rubric/schema/schema';
import { PROJECT } from './settings-page';

export const FIELDS = 300;
export const CRITERIA = 60;
const ISSUES = 150;

const fieldName = (n: number): string => `Field ${String(n)} of a grown site`;

/** A project whose issues have hundreds of custom fields, as Jira's CSV export; the file's path. */
export function grownBacklog(): string {
  const header = [
    'Summary',
    'Issue key',
    'Issue Type',
    'Status',
    'Priority',
    'Created',
    ...Array.from({ length: FIELDS }, (_, n) => `Custom field (${fieldName(n)})`),
  ];
  const rows = Array.from({ length: ISSUES }, (_, at) => [
    `Work number ${String(at)}`,
    `${PROJECT}-${String(at + 1)}`,
    at % 3 === 0 ? 'Bug' : 'Story',
    'To Do',
    at % 2 === 0 ? 'High' : 'Low',
    '2026-01-05 09:00',
    ...Array.from({ length: FIELDS }, (_, n) =>
      at % (1 + (n % 4)) === 0 ? String((at * 37 + n * 13) % 100) : '',
    ),
  ]);
  const file = join(mkdtempSync(join(tmpdir(), 'ballast-grown-')), 'grown.csv');
  writeFileSync(file, [header, ...rows].map((cells) => cells.join(',')).join('\n'));
  return file;
}

/** Sixty criteria over fields of that project; each round weighs one of them otherwise. */
export function grownRubric(round: number): Rubric {
  return {
    ...defaultRubric,
    name: `Grown, round ${String(round)}`,
    criteria: Array.from({ length: CRITERIA }, (_, n) => ({
      id: `criterion-${String(n)}`,
      pillar: defaultRubric.pillars[n % defaultRubric.pillars.length]?.id ?? '',
      label: `Criterion ${String(n)}`,
      weight: n === round % CRITERIA ? 5 : 1,
      absence: 'unknown' as const,
      ifSiteHas: true,
      signal: { kind: 'number' as const, fields: [fieldName(n * 4)] },
      curve: {
        kind: 'linear' as const,
        direction: 'rising' as const,
        from: { x: 0, points: 0 },
        to: { x: 100, points: 100 },
      },
    })),
  };
}
