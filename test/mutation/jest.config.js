/** The tests of the core alone, as the mutation run repeats them. */
const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/core'],
  setupFiles: ['<rootDir>/test/mutation/same-cases.ts'],
};
