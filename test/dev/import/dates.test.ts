import fc from 'fast-check';
import { readDate } from '../../../dev/jira/import/dates';

const isoOf = (...args: Parameters<typeof readDate>) => {
  const found = readDate(...args);
  return found.ok ? new Date(found.ms).toISOString() : found.reason;
};

describe('reading the dates of an export', () => {
  test.each([
    ['2017-12-31T15:04:05.678+0000', '2017-12-31T15:04:05.678Z'],
    ['2017-12-31T15:04:05.678+0530', '2017-12-31T09:34:05.678Z'],
    ['2017-12-31T15:04:05.678-08:00', '2017-12-31T23:04:05.678Z'],
    ['2017-12-31T15:04:05Z', '2017-12-31T15:04:05.000Z'],
    ['2017-12-31 15:04', '2017-12-31T15:04:00.000Z'],
    ['2017-12-31 9:04:05', '2017-12-31T09:04:05.000Z'],
    ['2017-12-31 15:04 +0100', '2017-12-31T14:04:00.000Z'],
    ['2017-12-31', '2017-12-31T00:00:00.000Z'],
    ['31/Dec/17 3:04 PM', '2017-12-31T15:04:00.000Z'],
    ['1/Jan/2018 12:00 AM', '2018-01-01T00:00:00.000Z'],
    ['31/Dec/17', '2017-12-31T00:00:00.000Z'],
    ['31 Dec 2017 15:04', '2017-12-31T15:04:00.000Z'],
    ['31.12.2017 15:04', '2017-12-31T15:04:00.000Z'],
    ['31/12/2017 3:04 PM', '2017-12-31T15:04:00.000Z'],
    ['12/31/17 3:04PM', '2017-12-31T15:04:00.000Z'],
    ['1514732640000', '2017-12-31T15:04:00.000Z'],
    [1_514_732_640_000, '2017-12-31T15:04:00.000Z'],
  ])('%s is %s', (written, expected) => expect(isoOf(written)).toBe(expected));

  test.each([
    'yesterday',
    '2017-02-30',
    '2017-13-01T00:00:00Z',
    '31/Foo/17',
    '32/Dec/17 3:04 PM',
    '29.02.2017',
    '',
    '2017',
  ])('%p is not a date', (written) => {
    expect(readDate(written)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('is not a date'),
    });
  });

  test('numbers that could mean two days are refused until somebody says what comes first', () => {
    expect(isoOf('05/12/2017')).toContain('day or the month first');
    expect(isoOf('05/12/2017', 'day-first')).toBe('2017-12-05T00:00:00.000Z');
    expect(isoOf('05/12/2017', 'month-first')).toBe('2017-05-12T00:00:00.000Z');
    expect(isoOf('05/05/2017')).toBe('2017-05-05T00:00:00.000Z');
  });

  test('the calendar day is the one written, whatever the zone', () => {
    expect(readDate('2015-11-11T01:17:13.000+0700')).toMatchObject({ day: '2015-11-11' });
  });

  test('every moment survives being written as Jira writes it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (moment) => {
          expect(isoOf(moment.toISOString().replace('Z', '+0000'))).toBe(moment.toISOString());
        },
      ),
    );
  });
});
