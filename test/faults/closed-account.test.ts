import { aWeek, cutOffAfter } from '../app/closed-account';
import { fullStore, GONE } from '../app/full-store';

it.each([1, 62, 123, 184, 245, 306, 367])(
  'a closed account is taken out within the hour when it is cut off after call %i, with the same result',
  async (cut) => {
    const site = await fullStore();
    site.dev.host.accounts.close(GONE);
    await aWeek(site);
    const fields = await Promise.all(['PAY-1', 'PAY-2'].map((key) => site.fields(key)));
    expect(await cutOffAfter(cut)).toEqual({ left: [], fields });
  },
);
