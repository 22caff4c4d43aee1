const { TestEnvironment } = require('jest-environment-node');

/** Tells the tests' world (little-jira.ts) when one of them failed, while its pages are still open, and when it is tried again. */
module.exports = class extends TestEnvironment {
  async handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') await this.global.ballastWorld?.failed(test.name);
    if (name === 'test_retry') await this.global.ballastWorld?.again();
  }
};
