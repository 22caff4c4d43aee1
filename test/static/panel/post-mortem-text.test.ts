import {
  dueText,
  isOverdue,
  nameOf,
  signedBy,
  stepText,
} from '../../../static/ui/src/surfaces/panel/post-mortem/post-mortem-text';

const view = { me: 'mara', people: { teo: 'Teo Okafor' } };

describe('the words of a post-mortem', () => {
  it('say how far away a day is, across the end of a month and of summer time', () => {
    expect(
      [
        ['2026-11-19', '2026-11-16'],
        ['2026-11-17', '2026-11-16'],
        ['2026-11-16', '2026-11-16'],
        ['2026-10-31', '2026-11-01'],
        ['2026-10-24', '2026-10-26'],
      ].map(([due, today]) => dueText(due ?? '', today ?? '')),
    ).toEqual(['due in 3 days', 'due in 1 day', 'due today', '1 day overdue', '2 days overdue']);
    expect([
      isOverdue('2026-11-15', '2026-11-16'),
      isOverdue('2026-11-16', '2026-11-16'),
      isOverdue(null, '2026-11-16'),
    ]).toEqual([true, false, false]);
  });

  it('call the person who looks «you», Ballast by its name, and nobody by an account id', () => {
    expect(['mara', 'teo', 'left-us', '', null].map((who) => nameOf(who, view))).toEqual([
      'you',
      'Teo Okafor',
      'somebody',
      'Ballast',
      'nobody',
    ]);
    expect(signedBy({ by: 'teo', at: '2026-11-16T09:00:00.000Z' }, view)).toBe(
      'Teo Okafor, 16 Nov 2026',
    );
  });

  it('lead on in words of their own, or in those of the project', () => {
    expect(stepText({ id: 'owner', text: 'An owner' })).toBe('Name an owner');
    expect(stepText({ id: 'runbook', text: 'The runbook is updated' })).toBe(
      'The runbook is updated',
    );
  });
});
