const { availableParallelism } = require('node:os');

/** Entries of packages that are loaded as one module each, instead of one by one for every file of tests. */
const BUNDLED = [
  'jira\\.js/dist/.*\\.js',
  'zod/index\\.cjs',
  'yaml/dist/index\\.js',
  'ajv/dist/ajv\\.js',
  '@atlaskit/jql-ast/dist/cjs/index\\.js',
  'date-fns/index\\.cjs',
];

/** Tests run as CommonJS through swc; packages that ship only ES modules are transformed too. */
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '<rootDir>/test/browser/',
    '<rootDir>/test/real-data/',
    '<rootDir>/test/faults/',
    '<rootDir>/test/fuzz/',
  ],
  transform: {
    [`/node_modules/(${BUNDLED.join('|')})$`]: '<rootDir>/test/bundle-package.js',
    '\\.(m?[jt]sx?)$': [
      '@swc/jest',
      {
        jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true } },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleNameMapper: {
    '^jira\\.js$': '<rootDir>/node_modules/jira.js/dist/index.js',
    '^jira\\.js/(cloud|core)$': '<rootDir>/node_modules/jira.js/dist/$1/index.js',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${BUNDLED.join('|')})$|(d3-[a-z-]+|internmap)/)`],
  testTimeout: 60_000,
  // Jest itself would leave one of two cores idle.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};
