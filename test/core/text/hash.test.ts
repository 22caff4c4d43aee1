import { hashOf } from '../../../src/core/text/hash';

describe('the hash of a text', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('of “%s” is that of FNV-1a with 32 bits', (text, hash) => {
    expect(hashOf(text)).toBe(hash);
  });

  it('takes a character beyond the first 65,536 as one, as the keys of readings that are stored do', () => {
    expect(hashOf('🚀')).toBe(Math.imul(0x811c9dc5 ^ 0x1f680, 0x01000193) >>> 0);
  });
});
