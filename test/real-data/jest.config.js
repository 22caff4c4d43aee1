/** Over the data beside the project: REAL_DATA, or ../shared/data. One at a time: memory and seconds are measured. */
process.env.REAL_DATA ??= require('node:path').resolve(__dirname, '../../../shared/data');

/** @type {import('jest').Config} */
module.exports = {
  ...require('../../jest.config.js'),
  rootDir: '../..',
  roots: ['<rootDir>/test/real-data'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testTimeout: 840_000,
};
