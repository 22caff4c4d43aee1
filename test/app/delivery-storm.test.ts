import { deliveryStorm } from '../../dev/bench/storm/deliveries';
import { LISTED } from '../faults/delivery-answers';

describe('a storm of signed deliveries', () => {
  it('forty a second for two seconds is recorded whole, with answers that the manifest lists', async () => {
    const { answers, problems, recorded } = await deliveryStorm({
      aSecond: 40,
      seconds: 2,
      issues: 60,
    });
    expect(problems).toEqual([]);
    expect([...answers.keys()].filter((status) => !LISTED.includes(status))).toEqual([]);
    expect(recorded).toBe(80);
  });
});
