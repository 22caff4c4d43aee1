import { subscriptionAfter } from '../../../static/ui/src/shared/scores/news';

const NOW = 1_000_000;
const key = (token: string, { channel = 'scored:1', expiresAt = NOW + 600_000 } = {}) => ({
  channel,
  token,
  expiresAt,
});

describe('what a surface listens with', () => {
  it('is the first token, kept while it lasts', () => {
    const first = key('first');
    expect(subscriptionAfter(null, first, NOW)).toBe(first);
    expect(subscriptionAfter(first, key('second'), NOW)).toBe(first);
    expect(subscriptionAfter(first, null, NOW)).toBe(first);
  });

  it('is a new one before the old one ends, and for another issue', () => {
    const [ending, second] = [key('first', { expiresAt: NOW + 30_000 }), key('second')];
    expect(subscriptionAfter(ending, second, NOW)).toBe(second);
    const other = key('other', { channel: 'scored:2' });
    expect(subscriptionAfter(second, other, NOW)).toBe(other);
  });

  it('is nothing where the platform offers nothing', () => {
    expect(subscriptionAfter(null, null, NOW)).toBeNull();
  });
});
