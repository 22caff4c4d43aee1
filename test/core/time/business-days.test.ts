import fc from 'fast-check';
import { businessDaysAfter, isBusinessDay } from '../../../src/core/time/business-days';
import { daysAfter } from '../../../src/core/time/utc-day';
import { runs } from '../arbitrary/runs';

const none = new Set<string>();
const day = fc.integer({ min: 0, max: 3000 }).map((days) => daysAfter('2024-01-01', days));

describe('business days', () => {
  it('leave out weekends and holidays', () => {
    expect(businessDaysAfter('2026-11-20', 1, none)).toBe('2026-11-23');
    expect(businessDaysAfter('2026-12-23', 2, new Set(['2026-12-25']))).toBe('2026-12-28');
  });

  it('that are none at all end today, or on the next business day when today is none', () => {
    expect(businessDaysAfter('2026-11-20', 0, none)).toBe('2026-11-20');
    expect(businessDaysAfter('2026-11-21', 0, none)).toBe('2026-11-23');
    expect(businessDaysAfter('2026-12-25', 0, new Set(['2026-12-25', '2026-12-28']))).toBe(
      '2026-12-29',
    );
  });

  it('are as many as asked for between the two days, and end on one', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 30 }),
        fc.array(day, { maxLength: 20 }),
        (from, count, off) => {
          const holidays = new Set(off);
          const to = businessDaysAfter(from, count, holidays);
          const between: string[] = [];
          for (let at = daysAfter(from, 1); at <= to; at = daysAfter(at, 1)) between.push(at);
          expect(between.filter((each) => isBusinessDay(each, holidays))).toHaveLength(count);
          expect(isBusinessDay(to, holidays)).toBe(true);
        },
      ),
      runs,
    );
  });

  it('never come sooner for a holiday more', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), day, (from, count, holiday) => {
        expect(
          businessDaysAfter(from, count, new Set([holiday])) >=
            businessDaysAfter(from, count, none),
        ).toBe(true);
      }),
      runs,
    );
  });
});
