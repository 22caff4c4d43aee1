/** A browser under load loses an input now and then: a test may fail once, and the log says that it did. */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
