import type { Sprint } from '../model/entities';
import type { Issue } from '../model/issue';
import type { SiteState } from '../model/site-state';
import { DATE_FUNCTIONS, readJqlDate } from './jql-dates';
import { CONTAINS, EQUALITY, ORDERED, type JqlField } from './jql-field';
import { JqlProblem, unknownValue } from './jql-problem';

const DAY = 86_400_000;

export function numberField(name: string, value: (issue: Issue) => number | null): JqlField {
  return {
    name,
    operators: ORDERED,
    values: (issue) => present(value(issue)),
    rank: (each) => each as number,
    sortKey: value,
    resolve: (text) => {
      const number = Number(text);
      if (text.trim() === '' || !Number.isFinite(number))
        throw new JqlProblem(`The value '${text}' for the field '${name}' is not a valid number.`);
      return [number];
    },
  };
}

/** `value` in milliseconds. Fields of whole days compare by the day, whatever the hour of the query's date. */
export function dateField(
  name: string,
  value: (issue: Issue) => number | null,
  wholeDays = false,
): JqlField {
  const round = (ms: number) => (wholeDays ? ms - (ms % DAY) : ms);
  return {
    name,
    operators: ORDERED,
    values: (issue) => present(value(issue)),
    rank: (each) => round(each as number),
    sortKey: value,
    resolve: (text, { now }) => [round(readJqlDate(text, name, now))],
    functions: wholeDays
      ? Object.fromEntries(
          Object.entries(DATE_FUNCTIONS).map(([key, apply]) => [
            key,
            (args, env) => apply(args, env).map((each) => round(each as number)),
          ]),
        )
      : DATE_FUNCTIONS,
  };
}

export function userField(name: string, accountIds: (issue: Issue) => readonly string[]): JqlField {
  return {
    name,
    operators: EQUALITY,
    values: accountIds,
    resolve: (text, { state }) => {
      if (state.users.has(text)) return [text];
      const wanted = text.toLowerCase();
      const found = [...state.users.values()].filter(
        (user) => user.displayName.toLowerCase() === wanted || user.email.toLowerCase() === wanted,
      );
      if (found.length === 0) throw unknownValue(text, name);
      return found.map((user) => user.accountId);
    },
    functions: {
      currentuser: (_, { viewer }) => [viewer],
      membersof: ([group = ''], { state }) => {
        const members = [...state.users.values()].filter(({ groups }) =>
          groups.some((each) => each.toLowerCase() === group.toLowerCase()),
        );
        if (members.length === 0)
          throw new JqlProblem(
            `Function 'membersOf' can not generate a list of usernames for group '${group}'; the group does not exist.`,
          );
        return members.map(({ accountId }) => accountId);
      },
    },
    sortKey: (issue, { state }) => {
      const [accountId] = accountIds(issue);
      return accountId === undefined
        ? null
        : (state.users.get(accountId)?.displayName ?? accountId).toLowerCase();
    },
  };
}

/** Free words compared as a whole, in any case: labels, options, texts of the app's fields. Any word may be asked for. */
export function wordsField(name: string, words: (issue: Issue) => readonly string[]): JqlField {
  const values = (issue: Issue) => words(issue).map((word) => word.toLowerCase());
  return {
    name,
    operators: EQUALITY,
    values,
    resolve: (text) => [text.toLowerCase()],
    sortKey: (issue) => values(issue).join(' ') || null,
  };
}

/** Searched by `~` only. */
export function textField(
  name: string,
  texts: (issue: Issue) => readonly string[],
  sortKey?: (issue: Issue) => string | null,
): JqlField {
  return {
    name,
    operators: CONTAINS,
    unsortable: true,
    values: (issue) => texts(issue).filter((text) => text !== ''),
    resolve: (text) => [text],
    ...(sortKey === undefined ? {} : { sortKey }),
  };
}

/** One of the options that the field has. */
export function optionField(
  name: string,
  options: (state: SiteState) => readonly string[],
  words: (issue: Issue) => readonly string[],
): JqlField {
  return {
    ...wordsField(name, words),
    resolve: (text, { state }) => {
      const wanted = text.toLowerCase();
      if (!options(state).some((each) => each.toLowerCase() === wanted))
        throw new JqlProblem(`The option '${text}' for field '${name}' does not exist.`);
      return [wanted];
    },
  };
}

/** Seconds, asked for as `4h`, `1d 2h` in days of eight hours, or as a number of minutes. */
export function durationField(name: string, seconds: (issue: Issue) => number | null): JqlField {
  return {
    ...numberField(name, seconds),
    resolve: (text) => {
      const words = text.trim();
      if (/^\d+$/.test(words)) return [Number(words) * 60];
      if (!/^(?:\d+\s*[wdhm]\s*)+$/.test(words))
        throw new JqlProblem(
          `The value '${text}' for the field '${name}' is not a valid duration.`,
        );
      return [
        [...words.matchAll(/(\d+)\s*([wdhm])/g)].reduce(
          (sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit ?? ''] ?? 0),
          0,
        ),
      ];
    },
  };
}

const SECONDS: Readonly<Record<string, number>> = { m: 60, h: 3_600, d: 28_800, w: 144_000 };

export function sprintField(name: string, sprints: (issue: Issue) => readonly Sprint[]): JqlField {
  const inState =
    (wanted: Sprint['state']): NonNullable<JqlField['functions']>[string] =>
    (_, { state }) =>
      [...state.sprints.values()]
        .filter((sprint) => sprint.state === wanted)
        .map((sprint) => sprint.id);
  return {
    name,
    operators: EQUALITY,
    values: (issue) => sprints(issue).map((sprint) => sprint.id),
    resolve: (text, { state }) => {
      const found = [...state.sprints.values()].filter(
        (sprint) => String(sprint.id) === text || sprint.name.toLowerCase() === text.toLowerCase(),
      );
      if (found.length === 0) throw unknownValue(text, name);
      return found.map((sprint) => sprint.id);
    },
    functions: {
      opensprints: inState('active'),
      futuresprints: inState('future'),
      closedsprints: inState('closed'),
    },
    sortKey: (issue) => sprints(issue).at(-1)?.id ?? null,
  };
}

const present = (value: number | null): readonly number[] => (value === null ? [] : [value]);
