/** Fault runs on whole backlogs: `npm run test:faults`. Their light versions run with the other tests. */
const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/faults'],
  testPathIgnorePatterns: [],
  testTimeout: 600_000,
};
