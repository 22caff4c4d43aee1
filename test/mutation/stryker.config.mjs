/**
 * Changes one thing at a time in scoring and lanes and looks whether one of their tests notices: `npm run test:mutation`, or
 * folder by folder `npm run test:mutation -- --mutate 'src/core/lanes/**'`. What survives is in survivors.md.
 */

// Fewer cases than `npm test`: properties are asked thousands of times here.
process.env.PROPERTY_RUNS ??= '10';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  plugins: ['@stryker-mutator/mocha-runner'],
  testRunner: 'mocha',
  mochaOptions: { 'no-config': true, 'no-package': true, spec: ['test/mutation/every-case.cjs'] },
  coverageAnalysis: 'perTest',
  // What is evaluated once, when a module loads, would need the core loaded again for each change.
  ignoreStatic: true,
  mutate: [
    'src/core/scoring/**/*.ts',
    'src/core/lanes/**/*.ts',
    'src/core/score-card/**/*.ts',
    'src/core/blockers/**/*.ts',
    'src/core/next-input/**/*.ts',
    'src/core/curves/**/*.ts',
    'src/core/formula/**/*.ts',
  ],
  ignorePatterns: [
    '**',
    '!package.json',
    '!tsconfig.json',
    '!src/core/**',
    '!test/core/**',
    '!test/mutation/**',
  ],
  // Only what never ends takes this long, also on a busy machine; in milliseconds on top of what the tests take.
  timeoutMS: 5_000,
  concurrency: Number(process.env.MUTATION_WORKERS ?? 1),
  tempDirName: '.cache/mutation/sandbox',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: {
    allowColor: false,
    logTests: false,
    reportTests: false,
    reportScoreTable: true,
    reportMutants: process.env.CI === undefined,
  },
  jsonReporter: { fileName: 'artefacts/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
};
