import type { Criterion } from '../../../src/core/rubric/schema/schema';
import { dayNumber, dayNumberOf } from '../../../src/core/time/utc-day';
import { votesBehind } from '../../../src/core/scoring/criteria/from-ratings';
import {
  blocksIt,
  pieceWords,
  readPiece,
  waitsForIt,
} from '../../../src/core/scoring/evidence/piece-words';
import { sourceWords } from '../../../src/core/scoring/criteria/source-label';
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
    expect(sourceWords(signal)).toBe(words);
  });
});

describe('a piece of evidence', () => {
  it.each<[string, Parameters<typeof pieceWords>, string]>([
    ['SEV2 incident, open', [{ kind: 'incident', open: true }, 2], 'incident'],
    [
      'SEV3 incident (severity assumed), closed',
      [{ kind: 'incident', open: false }, 3, true],
      'incident',
    ],
    ['support ticket, open', [{ kind: 'support', open: true }], 'support ticket'],
    ['support ticket, closed', [{ kind: 'support', open: false }], 'support ticket'],
    ['duplicate report, open', [{ kind: 'report', open: true }], 'duplicate report'],
    ['usage figure, closed', [{ kind: 'usage', open: false }], 'usage figure'],
  ])('is written and read again as: %s', (words, given, noun) => {
    expect(pieceWords(...given)).toBe(words);
    expect(readPiece(words)).toEqual({ noun, open: given[0].open });
    expect(readPiece(`${words} (Zendesk 4711)`)).toEqual({ noun, open: given[0].open });
  });

  it('is told from links and from other sources', () => {
    expect(readPiece(waitsForIt)).toEqual({ noun: 'waiting issue', open: true });
    expect(readPiece(blocksIt)).toEqual({ noun: 'blocker', open: true });
    expect(readPiece('field "incident, open"')).toBeNull();
    expect(readPiece('no incident is linked')).toBeNull();
    expect(readPiece('incidental')).toBeNull();
    expect(readPiece('the SEV1 incident, open')).toBeNull();
    expect(readPiece('support ticket, closed (it says , opened)')).toEqual({
      noun: 'support ticket',
      open: false,
    });
  });
});

describe('the votes behind a line', () => {
  it.each([
    ['median of 1 vote', 1],
    ['mean of 12 votes', 12],
    ['nobody voted', 0],
    ['field "Reach"', null],
    ['the median of 2 votes', null],
    ['mean of 2 votes and more', null],
    ['mean of some votes', null],
  ])('are read from its words: %s', (text, votes) => {
    expect(votesBehind([{ text }, { text: 'mean of 9 votes' }])).toBe(votes);
  });

  it('are none where a line has no source', () => {
    expect(votesBehind([])).toBeNull();
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
