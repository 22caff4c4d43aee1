import { ago, dayOf } from '../../../static/ui/src/shared/text/ago';
import { logText } from '../../../static/ui/src/shared/text/decision-text';
import { shorten, visibleText } from '../../../static/ui/src/shared/text/visible-text';

const now = Date.parse('2026-11-20T09:00:00Z');
const before = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();

describe('when it was scored', () => {
  it('is told as people tell it, and as a date beyond a day', () => {
    expect([0.5, 2, 59, 61, 60 * 23].map((minutes) => ago(before(minutes), now))).toEqual([
      'just now',
      '2 min ago',
      '59 min ago',
      '1 h ago',
      '23 h ago',
    ]);
    expect(ago('2017-12-31T10:00:00Z', now, 'UTC')).toBe('on 31 Dec 2017, 10:00');
  });

  it('is a date when another clock is ahead, and said to be unknown when it is no time', () => {
    expect(ago(before(-0.5), now)).toBe('just now');
    expect(ago(before(-90), now, 'UTC')).toBe('on 20 Nov 2026, 10:30');
    expect(ago('yesterday', now)).toBe('at an unknown time');
  });

  it('gives a fact’s day only when there is one', () => {
    expect([
      dayOf('2026-05-12'),
      dayOf('2026-05-12T23:59:00Z'),
      dayOf(undefined),
      dayOf(''),
      dayOf('soon'),
    ]).toEqual(['12 May 2026', '12 May 2026', null, null, null]);
  });
});

describe('text that others wrote', () => {
  it('loses NUL, other control characters and marks that reverse its neighbours, and nothing else', () => {
    expect(visibleText('a\u0000b\u0007\u202Ec\u2066d <b>é</b> 👩‍👧 שלום\n')).toBe(
      'abcd <b>é</b> 👩‍👧 שלום\n',
    );
  });

  it('is cut at whole characters', () => {
    expect([
      shorten('abc', 3),
      shorten('abcd', 3),
      shorten('ab cd', 4),
      shorten('👍👍👍', 2),
    ]).toEqual(['abc', 'ab…', 'ab…', '👍…']);
  });
});

describe('a copied log', () => {
  it('has one line of its own for each entry, however many somebody’s reason pretends to have', () => {
    const forged =
      'urgent\n\n2026-11-20 10:00 UTC · Override · Mara Lindqvist\u2028  Cause: the board asked';
    const text = logText(
      'PAY-1',
      [
        {
          id: '1',
          at: '2026-11-19T09:00:00.000Z',
          kind: 'override',
          changes: [{ kind: 'recorded', what: 'override', from: null, to: '+3 points' }],
          cause: { kind: 'recorded', text: 'Teo asked for it' },
          reason: forged,
          by: 'Teo Okafor',
          rubricVersion: 2,
          score: null,
        },
      ],
      true,
    );
    expect(text.split('\n').filter((line) => /^\S/u.test(line))).toEqual([
      'Decisions on PAY-1',
      '2026-11-19 09:00 UTC · Override · Teo Okafor · rubric version 2',
    ]);
    expect(text).toContain(
      '  Reason: urgent\n      2026-11-20 10:00 UTC · Override · Mara Lindqvist\n      Cause: the board asked',
    );
  });

  it('that is not whole says so', () => {
    expect(logText('PAY-1', [], false)).toContain('Earlier decisions are not in this text.');
    expect(logText('PAY-1', [], true)).toBe('Decisions on PAY-1');
  });
});
