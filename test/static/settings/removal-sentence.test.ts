import { removalSentence } from '../../../static/ui/src/surfaces/settings/preview/removal-sentence';

const exact = (count: number) => ({ count, more: false });

describe('what a rubric with a shorter retention removes, in words', () => {
  it.each([
    [exact(1), null, '1 piece of resolved evidence.'],
    [
      { count: 2_140, more: true },
      exact(1),
      'at least 2,140 pieces of resolved evidence and 1 decision log entry.',
    ],
    [null, exact(0), 'no decision log entry.'],
    [{ count: 0, more: true }, null, 'some pieces of resolved evidence, perhaps.'],
  ])('%j, %j', (evidence, decisions, words) => {
    expect(removalSentence({ from: '2026-12-08', evidence, decisions })).toBe(
      `Removed for good from 8 December 2026 on, as this rubric keeps them for a shorter time: ${words}`,
    );
  });
});
