import fc from 'fast-check';
import { follow, passedOn } from '../../../src/core/evidence-feeds/merge-report';
import {
  asRecorded,
  issuesOf,
  type KeptEvidence,
} from '../../../src/core/evidence-feeds/kept-evidence';
import { aReport, type Report } from '../../../src/core/evidence-feeds/report';
import { runs } from '../arbitrary/runs';

const hour = (n: number): number => Date.parse('2026-11-16T00:00:00Z') + n * 3_600_000;
const said = (at: number, more: Partial<Report> = {}): Report =>
  aReport({
    source: 'pagerduty',
    externalId: 'PDX1',
    occurred: hour(at),
    state: 'open',
    raised: '2026-11-15',
    ...more,
  });

function after(...reports: readonly Report[]): KeptEvidence {
  return reports.reduce<KeptEvidence | null>(
    (kept, report) => follow(kept, report, report.issues.keys),
    null,
  )!;
}

const anyReport = fc
  .record({
    at: fc.integer({ min: 0, max: 6 }),
    state: fc.constantFrom('open' as const, 'resolved' as const, 'withdrawn' as const, null),
    level: fc.constantFrom('P1', 'P2', null),
    customer: fc.constantFrom('Harbour Coffee', 'Pier 9', null),
    mergedInto: fc.constantFrom(null, null, null, 'PDX2'),
    raised: fc.constantFrom('2026-11-14', '2026-11-15', null),
    keys: fc.subarray(['1', '2', '3']),
    whole: fc.boolean(),
  })
  .map(({ at, keys, whole, ...more }) => said(at, { ...more, issues: { keys, whole } }));

describe('following what is reported', () => {
  it('comes to the same in any order, and however often each report comes', () => {
    fc.assert(
      fc.property(
        fc.array(anyReport, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat(1_000)),
        (reports, dice) => {
          const twice = [...reports, ...reports]
            .map((report) => ({ report, place: dice.next().value as number }))
            .sort((a, b) => a.place - b.place)
            .map(({ report }) => report);
          expect(after(...twice)).toEqual(after(...reports));
        },
      ),
      runs,
    );
  });

  it('lets what happened later count, whichever arrives first', () => {
    const resolved = said(3, { state: 'resolved' });
    expect(asRecorded(after(said(1), resolved))).toMatchObject({ open: false, at: '2026-11-16' });
    expect(asRecorded(after(resolved, said(1)))).toMatchObject({ open: false });
    expect(asRecorded(after(resolved, said(1), said(5)))).toMatchObject({
      open: true,
      at: '2026-11-15',
    });
  });

  it('keeps a severity that a later report does not mention, and takes one that it does', () => {
    expect(asRecorded(after(said(1, { level: 'P3' }), said(2)))?.level).toBe('P3');
    expect(asRecorded(after(said(1, { level: 'P3' }), said(2, { level: 'P1' })))?.level).toBe('P1');
  });

  it('lets go of issues that a newer complete list leaves out, but not of those that others added', () => {
    const listed = (at: number, ...keys: string[]): Report =>
      said(at, { issues: { keys, whole: true } });
    expect(
      issuesOf(
        after(
          listed(1, '1', '2'),
          listed(2, '2'),
          said(0, { issues: { keys: ['7'], whole: false } }),
        ),
      ),
    ).toEqual(['2', '7']);
  });

  it('says nothing once it is withdrawn or merged, and hands its issues on', () => {
    expect(asRecorded(after(said(1), said(2, { state: 'withdrawn' })))).toBeNull();
    const merged = after(
      said(1, { level: 'P1', issues: { keys: ['1'], whole: false } }),
      said(2, { state: 'resolved', mergedInto: 'PDX2' }),
    );
    expect(asRecorded(merged)).toBeNull();
    const handed = passedOn(merged);
    expect(handed).toMatchObject({
      report: { externalId: 'PDX2', state: null, level: 'P1' },
      issues: ['1'],
    });
    const target = follow(null, handed!.report, handed!.issues);
    expect(asRecorded(target)).toMatchObject({ open: true, level: 'P1', at: '2026-11-15' });
    expect(
      asRecorded(follow(target, said(1, { externalId: 'PDX2', state: 'resolved' }), [])),
    ).toMatchObject({ open: false });
  });

  it('never goes in circles when a piece is merged into itself', () => {
    expect(passedOn(after(said(1, { mergedInto: 'PDX1' })))).toBeNull();
  });
});
