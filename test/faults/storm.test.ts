import { storm, stormInWords } from './storm';

describe('a storm of 5,000 edits in a minute on 500 issues', () => {
  it('leaves every field right within the limits of queue, storage and Jira', async () => {
    const outcome = await storm(5_000, 500);
    process.stdout.write(`${stormInWords(outcome)}\n`);
    const { lost, wrong, failures, jiraCalls, edits, busiestMinute } = outcome;
    expect({ lost: lost.length, wrong: wrong.length, failures }).toEqual({
      lost: 0,
      wrong: 0,
      failures: [],
    });
    expect(jiraCalls / edits).toBeLessThan(0.1);
    expect(busiestMinute).toBeLessThanOrEqual(500);
  });
});
