import type { RubricProblem } from '../schema/problem';

/** More than anybody mends at once, and few enough for one answer. */
export const MOST_PROBLEMS = 100;
/** In characters: a message may quote what somebody wrote, and a path is made of their names. */
const LONGEST = 300;

/** The first hundred, each of a length that can be read, and how many more there are. */
export function someProblems(
  problems: readonly RubricProblem[],
  more = Math.max(0, problems.length - MOST_PROBLEMS),
): readonly RubricProblem[] {
  const shown = problems.slice(0, MOST_PROBLEMS).map(({ path, problem, advice }) => ({
    path: shortened(path),
    problem: shortened(problem),
    advice: shortened(advice),
  }));
  return more === 0
    ? shown
    : [
        ...shown,
        {
          path: '',
          problem: `it has ${more} more ${more === 1 ? 'problem' : 'problems'}`,
          advice: 'mend these first, then look again',
        },
      ];
}

/** The first of many, before anything is made of them. */
export function firstOf<T>(all: readonly T[]): readonly T[] {
  return all.slice(0, MOST_PROBLEMS);
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
