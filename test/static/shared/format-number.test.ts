import fc from 'fast-check';
import {
  amount,
  count,
  headline,
  multiplier,
  oneDecimal,
  percent,
  signed,
  sum,
} from '../../../static/ui/src/shared/text/format-number';

describe('figures for people', () => {
  it('gives contributions a sign and one decimal', () => {
    expect([24.1, -9.4, 0, -0.04, 0.04].map(signed)).toEqual([
      '+24.1',
      '−9.4',
      '0.0',
      '0.0',
      '0.0',
    ]);
  });

  it('never rounds a headline across a threshold', () => {
    expect([81, 79.6, 0, 100].map(headline)).toEqual(['81', '79.6', '0', '100']);
  });

  it('puts a unit behind a value without letting a line break part them', () => {
    expect(amount(310_000, '€')).toBe('310,000\u00a0€');
    expect(amount(1.4, 'incidents')).toBe('1.4\u00a0incidents');
    expect(amount('Highest')).toBe('Highest');
    expect(amount(0)).toBe('0');
    expect([amount(null), amount('')]).toEqual(['–', '–']);
  });

  it('writes shares, multipliers and counts', () => {
    expect([
      percent(0.25),
      percent(1),
      multiplier(0.875),
      count(1, 'input'),
      count(1200, 'input'),
    ]).toEqual(['25\u00a0%', '100\u00a0%', '×0.88', '1 input', '1,200 inputs']);
  });

  it('adds tenths exactly, whatever binary fractions make of them', () => {
    expect(sum([0.1, 0.2, -0.4])).toBe(-0.1);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), (tenths) => {
        const total = tenths.reduce((a, b) => a + b, 0);
        expect(oneDecimal(sum(tenths.map((t) => t / 10)))).toBe(oneDecimal(total / 10));
      }),
    );
  });
});
