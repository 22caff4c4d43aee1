import { virtualClock } from '../../../dev/forge/clock-virtual';
import { accountReports } from '../../../dev/forge/account-reports';

const SCOPES = ['report:personal-data'];
const AT = '2026-11-16T09:00:00.000Z';
const reports = (scopes = SCOPES) => accountReports(virtualClock(Date.parse(AT)), scopes);
const body = (...accounts: object[]) => JSON.stringify({ accounts });
const ann = { accountId: 'ann', updatedAt: AT };

describe('the report of accounts to Atlassian', () => {
  it('has nothing to say of those that are as they were', () => {
    const side = reports();
    expect(side.answer('POST', body(ann))).toMatchObject({
      status: 204,
      headers: { 'cycle-period': '7' },
    });
    expect(side.reported).toEqual([{ at: AT, accounts: [ann] }]);
  });

  it('tells who closed the account, and whose has changed since', async () => {
    const clock = virtualClock(Date.parse(AT));
    const side = accountReports(clock, SCOPES);
    await clock.advance(1_000);
    side.close('bob');
    side.change('ann');
    const asked = body(ann, { ...ann, accountId: 'bob' }, { ...ann, accountId: 'cleo' });
    expect(JSON.parse(side.answer('POST', asked).body)).toEqual({
      accounts: [
        { accountId: 'ann', status: 'updated' },
        { accountId: 'bob', status: 'closed' },
      ],
    });
    const later = body({ ...ann, updatedAt: '2026-11-16T10:00:00.000Z' });
    expect(side.answer('POST', later).status).toBe(204);
  });

  it.each([
    ['no body', ''],
    ['no account', body()],
    [
      'more than ninety',
      body(...Array.from({ length: 91 }, (_, n) => ({ ...ann, accountId: String(n) }))),
    ],
    ['one twice', body(ann, ann)],
    ['a member that nobody documents', body({ ...ann, name: 'Ann' })],
    ['no time', body({ accountId: 'ann' })],
    ['a time that is none', body({ ...ann, updatedAt: 'yesterday' })],
  ])('refuses %s', (_, text) => {
    const side = reports();
    expect(side.answer('POST', text).status).toBe(400);
    expect(side.reported).toEqual([]);
  });

  it('is for apps with the scope, and by POST alone', () => {
    expect(reports([]).answer('POST', body(ann)).status).toBe(403);
    expect(reports().answer('GET', '').status).toBe(405);
  });

  it('asks to wait, or fails, as often as it is told to', () => {
    const side = reports();
    side.refuse(429, 1);
    expect(side.answer('POST', body(ann))).toMatchObject({
      status: 429,
      headers: { 'retry-after': '30' },
    });
    expect(side.answer('POST', body(ann)).status).toBe(204);
  });
});
