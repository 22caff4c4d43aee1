/** Whole backlogs under faults, tables and issues of the largest sizes: `npm run test:faults`. The light versions run with the other tests. */
const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/faults'],
  testPathIgnorePatterns: [],
  testTimeout: 600_000,
};
