import fc from 'fast-check';

/** The same cases in every run, and no search for a smaller one: a mutation run asks only whether a test fails. */
fc.configureGlobal({ seed: 20_261_121, endOnFailure: true });
