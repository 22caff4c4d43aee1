import { storm } from '../faults/storm';

describe('a storm of edits', () => {
  it('leaves every field right, with few calls and queue events', async () => {
    const { lost, wrong, failures, jiraCalls, edits, busiestMinute } = await storm(500, 50);
    expect({ lost: lost.length, wrong: wrong.length, failures }).toEqual({
      lost: 0,
      wrong: 0,
      failures: [],
    });
    expect(jiraCalls / edits).toBeLessThan(0.25);
    expect(busiestMinute).toBeLessThan(100);
  });
});
