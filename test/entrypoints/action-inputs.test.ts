import { recordInputs } from '../../src/entrypoints/action-inputs';

const NOW = new Date('2026-11-16T09:00:00Z');
const inputs = {
  workItem: 'PAY-1',
  kind: 'usage',
  source: 'Metrics',
  externalId: 'm-1',
};

function said(more: Readonly<Record<string, unknown>>) {
  const parsed = recordInputs(NOW).safeParse({ ...inputs, ...more });
  return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message);
}

describe('what a rule records', () => {
  it.each([
    ['12,5', 12.5],
    ['1.234,5', 1234.5],
    ['1,234,567', 1234567],
    ['1 200', 1200],
    ['0', 0],
    [7.5, 7.5],
  ])('has the value that %j is to every reader', (value, read) => {
    expect(said({ value })).toMatchObject({ value: read });
  });

  it.each([
    ['1,200', 'Value “1,200” can be read as 1.2 or as 1200: write 1200 or 1.2'],
    ['0x10', 'Value “0x10” is no number such as 1200 or 12.5'],
    ['1e3', 'Value “1e3” is no number such as 1200 or 12.5'],
    ['-4', 'Value “-4” is no number such as 1200 or 12.5'],
    ['Infinity', 'Value “Infinity” is no number such as 1200 or 12.5'],
    [-4, 'Value “-4” is no number such as 1200 or 12.5'],
    [NaN, 'Value “NaN” is no number such as 1200 or 12.5'],
    [{ a: 1 }, 'Value “[object Object]” is no number such as 1200 or 12.5'],
    ['2 000 000 000 000', 'Value “2 000 000 000 000” is more than a million millions'],
  ])('is refused in words with the value %j', (value, words) => {
    expect(said({ value })).toEqual([words]);
  });

  it.each(['2026-02-30', '2026-31-12', '0000-00-00', '2025-02-29T10:00:00Z', 'today'])(
    'is refused with %s, which is no day',
    (date) => {
      expect(said({ date })).toEqual([`Date “${date}” is no date such as 2026-11-20`]);
    },
  );

  it('is refused with a day further ahead than tomorrow', () => {
    expect(said({ date: '2026-11-18' })).toEqual(['Date “2026-11-18” lies more than a day ahead']);
    expect(said({ date: '2026-11-17' })).toMatchObject({ raised: '2026-11-17' });
    expect(said({ date: '2026-11-15T22:00:00Z' })).toMatchObject({ raised: '2026-11-15' });
  });
});
