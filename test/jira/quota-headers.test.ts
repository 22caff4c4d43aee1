import { poolIn } from '../../src/jira/quota-headers';

const answer = (headers: Readonly<Record<string, string>>) => ({
  headers: { get: (name: string) => headers[name] ?? null },
});

describe('what Jira says of the hour', () => {
  it.each([
    [
      'older headers',
      {
        'x-ratelimit-limit': '65000',
        'x-ratelimit-remaining': '12000',
        'x-ratelimit-nearlimit': 'true',
      },
      { limit: 65_000, remaining: 12_000, nearLimit: true },
    ],
    [
      'a policy with its state',
      {
        'ratelimit-policy': '"jira-quota-global-based";q=100000;w=3600',
        ratelimit: '"jira-quota-global-based";r=61234;t=1800',
      },
      { limit: 100_000, remaining: 61_234, nearLimit: false },
    ],
    [
      'several policies',
      {
        'ratelimit-policy':
          '"jira-burst-based";q=100;w=1, "jira-quota-tenant-based";q=100000;w=3600',
        ratelimit: '"jira-burst-based";r=99;t=1, "jira-quota-tenant-based";r=500;t=60',
      },
      { limit: 100_000, remaining: 500, nearLimit: false },
    ],
  ])('is read from %s', (_, headers, pool) => {
    expect(poolIn(answer(headers))).toEqual(pool);
  });

  it.each([
    ['nothing', {}],
    ['the limit of a second', { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '3' }],
    [
      'what is not enforced yet',
      { 'beta-x-ratelimit-limit': '65000', 'beta-x-ratelimit-remaining': '0' },
    ],
    ['no number', { 'x-ratelimit-limit': 'many', 'x-ratelimit-remaining': '-1' }],
  ])('is not %s', (_, headers) => {
    expect(poolIn(answer(headers))).toBeNull();
  });
});
