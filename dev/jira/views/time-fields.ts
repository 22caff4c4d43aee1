import type { Issue } from '../model/issue';

type Renderer = (viewing: unknown, issue: Issue) => unknown;

const HOUR = 3_600;
/** Jira's usual working time: days of eight hours, weeks of five days. */
const UNITS = [
  ['w', 40 * HOUR],
  ['d', 8 * HOUR],
  ['h', HOUR],
  ['m', 60],
] as const;

/** Seconds as Jira writes them: `1w 2d 3h`. */
function duration(seconds: number): string {
  let left = seconds;
  const parts = UNITS.flatMap(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? [] : [`${count}${unit}`];
  });
  return parts.length === 0 ? '0m' : parts.join(' ');
}

/** An import tells the estimate and the time spent; what remains is their difference, never below nothing. */
const remaining = ({ originalEstimate, timeSpent }: Issue): number | null =>
  originalEstimate === null ? null : Math.max(0, originalEstimate - (timeSpent ?? 0));

/** Of an issue with its sub-tasks; null when none of them has the figure. */
function together(issue: Issue, figure: (each: Issue) => number | null): number | null {
  const known = [issue, ...issue.children.filter(({ type }) => type.subtask)]
    .map(figure)
    .filter((each) => each !== null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0);
}

function progress(spent: number | null, left: number | null) {
  const total = (spent ?? 0) + (left ?? 0);
  return {
    progress: spent ?? 0,
    total,
    ...(total === 0 ? {} : { percent: Math.floor((100 * (spent ?? 0)) / total) }),
  };
}

const timeSpent = (issue: Issue): number | null => issue.timeSpent;
const originalEstimate = (issue: Issue): number | null => issue.originalEstimate;

/** Seconds are told in words too, where they are known at all. */
function timeTracking(issue: Issue): Readonly<Record<string, string | number>> {
  const figures = [
    ['originalEstimate', issue.originalEstimate],
    ['remainingEstimate', remaining(issue)],
    ['timeSpent', issue.timeSpent],
  ] as const;
  return Object.fromEntries<string | number>(
    figures.flatMap(([name, seconds]): readonly (readonly [string, string | number])[] =>
      seconds === null
        ? []
        : [
            [name, duration(seconds)],
            [`${name}Seconds`, seconds],
          ],
    ),
  );
}

/** Fields of time tracking, in seconds. Who logged the work is not known, so the log is empty. */
export const TIME_RENDERERS: Readonly<Record<string, Renderer>> = {
  timespent: (_, issue) => issue.timeSpent,
  timeoriginalestimate: (_, issue) => issue.originalEstimate,
  timeestimate: (_, issue) => remaining(issue),
  aggregatetimespent: (_, issue) => together(issue, timeSpent),
  aggregatetimeoriginalestimate: (_, issue) => together(issue, originalEstimate),
  aggregatetimeestimate: (_, issue) => together(issue, remaining),
  progress: (_, issue) => progress(issue.timeSpent, remaining(issue)),
  aggregateprogress: (_, issue) => progress(together(issue, timeSpent), together(issue, remaining)),
  workratio: (_, issue) =>
    issue.originalEstimate === null || issue.originalEstimate === 0
      ? -1
      : Math.floor((100 * (issue.timeSpent ?? 0)) / issue.originalEstimate),
  timetracking: (_, issue) => timeTracking(issue),
  worklog: () => ({ startAt: 0, maxResults: 20, total: 0, worklogs: [] }),
};
