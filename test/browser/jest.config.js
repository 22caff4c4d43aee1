/** The whole app in Chromium. The files share one browser, and each worker's files a process for their little Jiras. */
/** @type {import('jest').Config} */
module.exports = {
  ...require('../../jest.config.js'),
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: [],
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/browser/start-shared.ts',
  globalTeardown: '<rootDir>/test/browser/end-shared.ts',
  testEnvironment: '<rootDir>/test/browser/environment.js',
  setupFilesAfterEnv: ['<rootDir>/test/browser/retry-once.ts'],
  testTimeout: 180_000,
};
