/** What titles, labels and components call work that keeps a product going, whatever its type: a team puts its own words beside these. */
export const upkeepWords: readonly string[] = [
  'upgrade',
  'update to',
  'migrate',
  'migration',
  'refactor',
  'refactoring',
  'clean up',
  'cleanup',
  'deprecated',
  'deprecation',
  'dependency',
  'dependencies',
  'CI',
  'continuous integration',
  'build script',
  'build pipeline',
  'packaging',
  'unit tests',
  'automated tests',
  'test suite',
  'tech debt',
  'technical debt',
  'maintenance',
  'end of life',
  'compatibility',
];

/** The highest level of the usual schemes of priorities. */
export const topPriorities: readonly string[] = [
  'Blocker',
  'Highest',
  'Critical',
  'Urgent',
  'P0',
  'P1',
];
