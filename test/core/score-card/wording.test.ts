import type { Criterion } from '../../../src/core/rubric/schema/schema';
import { dayNumber, dayNumberOf } from '../../../src/core/time/utc-day';
import { ratingsBehind } from '../../../src/core/scoring/criteria/from-ratings';
import { placeOf } from '../../../src/core/scoring/criteria/place-of';
import { describePlace } from '../../../src/core/describe/describe-place';
import { describeSource } from '../../../src/core/describe/describe-source';
import type { Source } from '../../../src/core/provenance/source';
import { counted, signed, whole } from '../../../src/core/text/wording';

describe('where a value comes from', () => {
  it.each<[Criterion['signal'], string]>([
    [{ kind: 'number', fields: ['Reach', 'Users'] }, 'field "Reach" or "Users"'],
    [{ kind: 'option', fields: ['Area'] }, 'field "Area"'],
    [{ kind: 'user', fields: ['Sponsor'] }, 'field "Sponsor"'],
    [{ kind: 'count', fields: ['Teams'] }, 'field "Teams"'],
    [{ kind: 'filled', fields: ['Contract'] }, 'field "Contract"'],
    [{ kind: 'date', fields: ['Launch'] }, 'field "Launch"'],
    [{ kind: 'sla' }, 'service agreement'],
    [{ kind: 'sla', fields: ['Time to resolution'] }, 'field "Time to resolution"'],
    [{ kind: 'priority' }, 'field "Priority"'],
    [{ kind: 'workType' }, 'field "Work type"'],
    [{ kind: 'sprint' }, 'field "Sprint"'],
    [{ kind: 'comments' }, 'field "Comment"'],
    [{ kind: 'interest', watcher: 1 }, 'field "Votes"'],
    [{ kind: 'age' }, 'field "Created"'],
    [{ kind: 'reopened' }, 'history of changes'],
    [{ kind: 'timeInStatus' }, 'history of changes'],
    [{ kind: 'rating', min: 0, max: 10 }, 'vote in Ballast'],
    [{ kind: 'incidents' }, 'linked issue'],
    [{ kind: 'blocks' }, 'linked issue'],
  ])('of %j is said as: %s', (signal, words) => {
    expect(describePlace(placeOf(signal))).toBe(words);
  });
});

describe('a piece of evidence', () => {
  const piece = { ref: { key: 'ABC-1' }, at: '2026-11-20' };
  it.each<[string, Source]>([
    ['SEV2 incident, open', { kind: 'incident', ...piece, severity: 2, open: true }],
    [
      'SEV3 incident (severity assumed), closed',
      { kind: 'incident', ...piece, severity: 3, open: false, assumed: true },
    ],
    ['support ticket, open', { kind: 'support', ...piece, open: true }],
    ['support ticket, closed', { kind: 'support', ...piece, open: false }],
    ['duplicate report, open', { kind: 'report', ...piece, open: true }],
    ['usage figure, closed', { kind: 'usage', ...piece, open: false }],
  ])('reads: %s', (text, source) => {
    expect(describeSource(source)).toEqual({ text, key: 'ABC-1', at: '2026-11-20' });
  });
});

describe('the ratings behind a line', () => {
  const ratings: Source = { kind: 'ratings', combine: 'median', count: 3, at: '2026-11-20' };

  it('are counted by its first source alone', () => {
    expect(ratingsBehind([ratings])).toBe(3);
    expect(ratingsBehind([{ kind: 'noRatings' }])).toBe(0);
    expect(ratingsBehind([{ kind: 'field', names: ['Reach'] }, ratings])).toBeNull();
    expect(ratingsBehind([{ kind: 'recorded', text: 'mean of 2 votes', ratings: 2 }])).toBe(2);
    expect(ratingsBehind([{ kind: 'recorded', text: 'field "Reach"' }])).toBeNull();
    expect(ratingsBehind([])).toBeNull();
  });
});

describe('numbers in words', () => {
  it('have their noun in the singular for one alone', () => {
    expect([counted(0, 'vote'), counted(1, 'vote'), counted(2, 'vote')]).toEqual([
      '0 votes',
      '1 vote',
      '2 votes',
    ]);
  });

  it('have three digits between commas', () => {
    expect([0, 999, 1000, -999, -1000, 65_000, 999_999, 1_234_567].map(whole)).toEqual([
      '0',
      '999',
      '1,000',
      '-999',
      '-1,000',
      '65,000',
      '999,999',
      '1,234,567',
    ]);
    expect(counted(1400, 'ticket')).toBe('1,400 tickets');
  });

  it('that move a score always have their sign, and a decimal only where it is not 0', () => {
    expect([31, -4.5, 0, 0.04, -0.06, 9.96, -12, 0.1].map(signed)).toEqual([
      '+31',
      '−4.5',
      '+0',
      '+0',
      '−0.1',
      '+10',
      '−12',
      '+0.1',
    ]);
  });
});

describe('a day', () => {
  it('is the same from its first moment in UTC to its last', () => {
    expect([
      dayNumber(new Date('2026-11-20T00:00:00Z')),
      dayNumber(new Date('2026-11-20T23:59:59.999Z')),
      dayNumber(new Date('2026-11-21T00:00:00Z')),
    ]).toEqual([20_777, 20_777, 20_778]);
    expect([
      dayNumberOf('1970-01-01'),
      dayNumberOf('1970-01-02'),
      dayNumberOf('2026-11-20'),
    ]).toEqual([0, 1, 20_777]);
  });

  it('is what a moment begins with, and nothing else is one', () => {
    expect([
      dayNumberOf('2026-11-20T23:30:00.000-0500'),
      dayNumberOf('soon'),
      dayNumberOf('2026-13-01'),
      dayNumberOf(''),
    ]).toEqual([20_777, null, null, null]);
  });
});
