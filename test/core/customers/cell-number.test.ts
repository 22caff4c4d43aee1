import fc from 'fast-check';
import { numberCell, readNumber } from '../../../src/core/customers/cell-number';
import { readCustomer } from '../../../src/core/customers/customer-row';

const cells = (revenue: string, weight = '') => ({ name: 'Acme', segment: '', weight, revenue });

describe('a number in a cell', () => {
  it.each([
    ['412000', 412_000],
    ['2.5', 2.5],
    ['2,5', 2.5],
    ['0.125', 0.125],
    ['1234.567', 1_234.567],
    ['1,200,000', 1_200_000],
    ['1.200.000', 1_200_000],
    ['1,200,000.50', 1_200_000.5],
    ['1.200.000,50', 1_200_000.5],
    ['1.200,5', 1_200.5],
    ['1,200.5', 1_200.5],
    ['1 200 000', 1_200_000],
    ["1'200'000.5", 1_200_000.5],
    ['412\u00A0000', 412_000],
    ['0', 0],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)).toEqual({ is: 'number', value });
  });

  it.each([
    '0x10',
    '1e3',
    '0b11',
    '1 5',
    '-1',
    '+1',
    'Infinity',
    'NaN',
    '1.2.3',
    '12,34,567',
    '1,200,50',
    '.5',
    '5.',
    '€5',
    '',
    '1.200.000.5',
    '1,200.5.5',
    '1.200,5,5',
    '1,200,000.5.5',
    '٣',
  ])('%j is none', (text) => {
    expect(readNumber(text)).toEqual({ is: 'none' });
  });

  it.each([
    ['412.000', 412, 412_000],
    ['412,000', 412, 412_000],
    ['1.234', 1.234, 1_234],
    ['9,999', 9.999, 9_999],
  ])('%s is refused: it may be %d or %d', (text, less, more) => {
    expect(readNumber(text)).toEqual({ is: 'ambiguous', readings: [less, more] });
    expect(readCustomer(cells(text))).toEqual({
      ok: false,
      problem: `revenue ${text} can be read as ${less} or as ${more}`,
      advice: expect.stringContaining(`write ${more} or `) as string,
    });
  });

  it('is advised so that following the advice is understood', () => {
    const read = readCustomer(cells('', '1.234'));
    expect(read).toMatchObject({
      ok: false,
      advice: 'write 1234 or 1.2340, without a mark for thousands',
    });
    expect(readCustomer(cells('', '1.2340'))).toMatchObject({
      ok: true,
      customer: { weight: 1.234 },
    });
  });

  it('is written so that it is read as the same again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ min: 1e-6, max: 1e15, noNaN: true }),
          fc.integer({ min: 0, max: 999_999 }).map((n) => n / 1_000),
        ),
        (value) => expect(readNumber(numberCell(value))).toEqual({ is: 'number', value }),
      ),
    );
    expect(numberCell(null)).toBe('');
  });
});
