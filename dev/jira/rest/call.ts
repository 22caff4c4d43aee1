import type { z } from 'zod';
import type { Actor } from '../edit/actor';
import type { FieldOwner, ProductEvent } from '../protocol';
import type { Issue, Project } from '../model/issue';
import { mayInProject, mayOnIssue, type ProjectPermission } from '../model/permissions';
import { findIssue, findProject, type SiteState } from '../model/site-state';
import type { PageCache } from '../jql/page-cache';
import { invalidPayload, issueNotFound, JiraError } from '../jira-error';

/** A move that somebody is about to make. */
export interface AskedTransition {
  readonly issueKey: string;
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
}

/** Why a move may not be made, for the person who makes it; null when it may. */
export type TransitionValidator = (asked: AskedTransition) => Promise<string | null>;

/** One request, understood as far as the router goes. */
export interface Call {
  readonly state: SiteState;
  readonly pages: PageCache;
  readonly validators: ReadonlySet<TransitionValidator>;
  /** Account id of whoever asks; the app has one too. */
  readonly viewer: string;
  readonly isApp: boolean;
  /** Which app that is, and in which environment; undefined where nobody said. */
  readonly installation: FieldOwner | undefined;
  /** A call of the app, in its own name or in a person's. */
  readonly byApp: boolean;
  readonly now: number;
  /** Version 2 speaks plain text where version 3 speaks ADF. */
  readonly version: 2 | 3;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly emit: (event: ProductEvent) => void;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** How many issues it shows: each costs a point. */
  readonly issues?: number;
  /** How many people, groups or permissions the answer shows: each costs two points. */
  readonly identities?: number;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/rest/api/{version}`, with `{names}` for what varies. */
  readonly pattern: string;
  /** A search by POST is a read. */
  readonly kind: 'read' | 'write';
  /** Whatever must be asked elsewhere before the request is handled. */
  readonly before?: (call: Call) => Promise<void>;
  readonly handle: (call: Call) => Answer;
}

export const actorOf = (call: Call): Actor => ({
  accountId: call.viewer,
  byApp: call.byApp,
  now: call.now,
  emit: call.emit,
});
export const ok = (body: unknown, issues = 0): Answer => ({ status: 200, body, issues });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };

export function readBody<S extends z.ZodType>(call: Call, schema: S): z.infer<S> {
  const parsed = schema.safeParse(call.body);
  if (!parsed.success) throw invalidPayload();
  return parsed.data;
}

/** The value of a path parameter that the route's pattern promises. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route has no {${name}}.`);
  return value;
}

/** The issue of the path, if the viewer may see it: otherwise it does not exist for them. */
export function viewableIssue(call: Call, idOrKey = param(call, 'issueIdOrKey')): Issue {
  const issue = findIssue(call.state, idOrKey);
  if (issue === undefined || !mayOnIssue(call.state, call.viewer, issue, 'BROWSE_PROJECTS'))
    throw issueNotFound();
  return issue;
}

export function viewableProject(call: Call, idOrKey: string): Project {
  const project = findProject(call.state, idOrKey);
  if (project === undefined || !mayInProject(call.state, call.viewer, project, 'BROWSE_PROJECTS')) {
    throw new JiraError(404, [`No project could be found with key '${idOrKey}'.`]);
  }
  return project;
}

export function requirePermission(
  call: Call,
  project: Project,
  permission: ProjectPermission,
  refusal: string,
): void {
  if (!mayInProject(call.state, call.viewer, project, permission))
    throw new JiraError(403, [refusal]);
}

/** As `requirePermission`, where a scheme may give it to some of an issue's people only. */
export function requireOnIssue(
  call: Call,
  issue: Issue,
  permission: ProjectPermission,
  refusal: string,
): void {
  if (!mayOnIssue(call.state, call.viewer, issue, permission)) throw new JiraError(403, [refusal]);
}

/** `startAt` and `maxResults` of the query over a list, in the frame that Jira puts around a page. */
export function pageOf<T>(
  call: Call,
  items: readonly T[],
  view: (item: T) => unknown,
  most = 50,
): {
  readonly self: string;
  readonly maxResults: number;
  readonly startAt: number;
  readonly total: number;
  readonly isLast: boolean;
  readonly values: readonly unknown[];
} {
  const startAt = wholeNumber(call.query.get('startAt'), 0);
  const maxResults = Math.min(wholeNumber(call.query.get('maxResults'), most), most);
  const values = items.slice(startAt, startAt + maxResults).map(view);
  return {
    self: `${call.state.baseUrl}/rest/api/${call.version}`,
    maxResults,
    startAt,
    total: items.length,
    isLast: startAt + values.length >= items.length,
    values,
  };
}

export function wholeNumber(text: string | null, otherwise: number): number {
  const value = text === null ? otherwise : Number(text);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new JiraError(400, [`'${String(text)}' is not a valid whole number.`]);
  return value;
}
