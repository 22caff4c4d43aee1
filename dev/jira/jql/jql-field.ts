import type { Issue } from '../model/issue';
import type { SiteState } from '../model/site-state';
import type { Operator } from './parse-jql';

/** What a query is answered with: whose site, who asks, and when. */
export interface JqlEnvironment {
  readonly state: SiteState;
  readonly viewer: string;
  readonly now: number;
  /** Ids of issues to be found as they are, however late the index is. */
  readonly reconciled?: ReadonlySet<number>;
}

/** Something an issue has or a query names: compared by identity, so texts are in lower case. */
export type JqlValue = string | number | object;

/** A field as JQL sees it. */
export interface JqlField {
  /** As messages name it. */
  readonly name: string;
  readonly operators: ReadonlySet<Operator>;
  /** Operators that Jira knows here and the site does not. */
  readonly more?: ReadonlySet<Operator>;
  /** None means EMPTY. */
  readonly values: (issue: Issue) => readonly JqlValue[];
  /** What a word of the query stands for; throws `JqlProblem` if nothing. For `~` it is not asked. */
  readonly resolve: (text: string, env: JqlEnvironment) => readonly JqlValue[];
  /** The functions it takes as values. */
  readonly functions?: Readonly<
    Record<string, (args: readonly string[], env: JqlEnvironment) => readonly JqlValue[]>
  >;
  /** Where a value stands for < and >. */
  readonly rank?: (value: JqlValue, env: JqlEnvironment) => number;
  /** Sorts downwards where a query says no direction, as Jira has it for dates, counts and priorities. */
  readonly downwards?: true;
  /** Jira cannot sort by it either. */
  readonly unsortable?: true;
  /** Null sorts as empty. A field without it can't be sorted by. */
  readonly sortKey?: (issue: Issue, env: JqlEnvironment) => string | number | null;
  /** The issues that have one of these values, when the site can tell without looking at every issue. */
  readonly lookUp?: (values: readonly JqlValue[], env: JqlEnvironment) => Iterable<Issue>;
}

export const EQUALITY: ReadonlySet<Operator> = new Set(['=', '!=', 'in', 'not in', 'is', 'is not']);
export const EQUALITY_WITHOUT_EMPTY: ReadonlySet<Operator> = new Set(['=', '!=', 'in', 'not in']);
export const ORDERED: ReadonlySet<Operator> = new Set([
  '=',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  'in',
  'not in',
  'is',
  'is not',
]);
export const CONTAINS: ReadonlySet<Operator> = new Set(['~', '!~', 'is', 'is not']);
