import {
  alignmentText,
  hiddenText,
  levelOf,
  offText,
  stepsOf,
  togetherText,
} from '../../../static/ui/src/surfaces/panel/ratings/rating-text';

const five = { min: 1, max: 5 };
const shown = (values: readonly number[], strong = false) => ({
  state: 'shown' as const,
  combined: 4,
  lowest: Math.min(...values),
  highest: Math.max(...values),
  spread: (Math.max(...values) - Math.min(...values)) / 4,
  strong,
  voters: values.map((value, n) => ({
    name: `Voter ${n}`,
    me: n === 0,
    value,
    off: value - 4,
    at: '2026-11-16',
  })),
});

describe('a scale to rate by', () => {
  it('has a word for each of up to five steps, and for the ends and the middle of up to eleven', () => {
    expect(stepsOf(five)?.map(({ words }) => words)).toEqual([
      '1 · very low',
      '2 · low',
      '3 · medium',
      '4 · high',
      '5 · very high',
    ]);
    expect(stepsOf({ min: 0, max: 10 })?.map(({ words }) => words)).toEqual([
      '0 · very low',
      '1',
      '2',
      '3',
      '4',
      '5 · medium',
      '6',
      '7',
      '8',
      '9',
      '10 · very high',
    ]);
    expect(stepsOf({ min: 1, max: 3 })?.map(({ words }) => words)).toEqual([
      '1 · very low',
      '2 · medium',
      '3 · very high',
    ]);
  });

  it('is typed into where it is long or has fractions at its ends', () => {
    expect(stepsOf({ min: 1, max: 100 })).toBeNull();
    expect(stepsOf({ min: 0.5, max: 3 })).toBeNull();
  });

  it('says what a value on it means', () => {
    expect([1, 2.5, 5, 9].map((value) => levelOf(value, five))).toEqual([
      'very low',
      'medium',
      'very high',
      'very high',
    ]);
  });
});

describe('votes in words', () => {
  it('say what they come to, and how far people agree', () => {
    expect(togetherText(shown([4, 4, 5]), five, 'median')).toBe(
      'Median 4 on a scale of 1 to 5 (high), from 3 people.',
    );
    expect(alignmentText(shown([4]))).toBe('Nobody else has rated it yet.');
    expect(alignmentText(shown([4, 4]))).toBe('All agree.');
    expect(alignmentText(shown([4, 5]))).toBe(
      'They lie between 4 and 5: close enough for the score to count on.',
    );
    expect(alignmentText(shown([1, 5], true))).toBe(
      'They disagree strongly, from 1 to 5: until that is settled, the score’s range stays open.',
    );
    expect([0, 2, -1.5].map(offText)).toEqual(['the same', '2 above', '1.5 below']);
  });

  it('that are hidden say how many there are and why nothing else', () => {
    expect(hiddenText(1)).toBe(
      '1 person has rated it. You see how once you have given your own rating, so that nobody is swayed.',
    );
    expect(hiddenText(4)).toMatch(/^4 people have rated it\./u);
  });
});
