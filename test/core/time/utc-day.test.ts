import fc from 'fast-check';
import {
  dayNumber,
  dayNumberOf,
  dayOf,
  dayOfNumber,
  daysAfter,
  laterBy,
} from '../../../src/core/time/utc-day';

const LATE = new Date('2026-11-20T23:59:59.999Z');

describe('a day', () => {
  it('is one in UTC, whatever the moment is given as', () => {
    expect(dayOf(LATE)).toBe('2026-11-20');
    expect(dayOf(LATE.getTime())).toBe('2026-11-20');
    expect(dayOf(LATE.toISOString())).toBe('2026-11-20');
  });

  it('has the number of whole days since 1970', () => {
    expect(dayNumber(new Date('1970-01-02T00:00:00Z'))).toBe(1);
    expect(dayNumber(LATE)).toBe(dayNumberOf('2026-11-20'));
    expect(dayNumberOf(LATE.toISOString())).toBe(dayNumberOf('2026-11-20'));
  });

  it('has none where the text is no day', () => {
    expect(dayNumberOf('soon')).toBeNull();
    expect(dayNumberOf('')).toBeNull();
  });

  it('comes so many days after another, across months, leap days and changes of the clock', () => {
    expect(daysAfter('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysAfter('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysAfter('2026-01-01', -1)).toBe('2025-12-31');
    expect(laterBy(2, LATE).toISOString()).toBe('2026-11-22T23:59:59.999Z');
  });

  it('is found again by its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (number) => {
        expect(dayNumberOf(dayOfNumber(number))).toBe(number);
      }),
    );
  });
});
