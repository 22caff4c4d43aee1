import { deliveryStorm } from '../../dev/bench/storm/deliveries';
import { LISTED } from './delivery-answers';

describe('a storm of signed deliveries, 200 a second for ten seconds', () => {
  it('is recorded whole, with answers that the manifest lists', async () => {
    const storm = { aSecond: 200, seconds: 10, issues: 400 };
    const { answers, problems, recorded } = await deliveryStorm(storm);
    expect(problems).toEqual([]);
    expect([...answers.keys()].filter((status) => !LISTED.includes(status))).toEqual([]);
    expect(recorded).toBe(2_000);
  });
});
