const { TestEnvironment } = require('jest-environment-node');

/** Tests of size: seconds each, for what smaller ones in the same file say of the arithmetic. */
const SIZES = /thousand/;

/** One failing test answers the question; the slower ones after it would only cost time. */
module.exports = class FirstFailureEnds extends TestEnvironment {
  #failed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') this.#failed = true;
    if (name === 'test_start' && (this.#failed || SIZES.test(test.name))) test.mode = 'skip';
  }
};
