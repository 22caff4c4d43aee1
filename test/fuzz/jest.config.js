/** Every question with generated payloads: `npm run test:fuzz`. Each person's run is long for one test. */
const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/fuzz'],
  testPathIgnorePatterns: [],
  testTimeout: 1_800_000,
};
