/** Tests of scoring and lanes as the mutation run repeats them. */
const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/mutation'],
  testMatch: ['**/every-case.js'],
  testEnvironment: require.resolve('./first-failure-ends.js'),
  setupFiles: ['<rootDir>/test/mutation/same-cases.ts'],
};
