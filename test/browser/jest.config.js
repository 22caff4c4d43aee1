/** The whole app in Chromium, one browser at a time: the machine's cores belong to the browser then. */
/** @type {import('jest').Config} */
module.exports = {
  ...require('../../jest.config.js'),
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testEnvironment: '<rootDir>/test/browser/environment.js',
  setupFilesAfterEnv: ['<rootDir>/test/browser/retry-once.ts'],
  testTimeout: 180_000,
};
