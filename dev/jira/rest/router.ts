import { badRequest } from '../jira-error';
import { APP_FIELD_ROUTES } from './app-field-routes';
import type { Route } from './call';
import { CATALOGUE_ROUTES } from './catalogue-routes';
import { CHANGELOG_ROUTES } from './changelog-routes';
import { COMMENT_ROUTES } from './comment-routes';
import { UNMODELLED } from './inputs/documented';
import { ISSUE_ROUTES } from './issue-routes';
import { LINK_ROUTES } from './link-routes';
import { META_ROUTES } from './meta-routes';
import { PROJECT_ROUTES } from './project-routes';
import { PROPERTY_ROUTES } from './property-routes';
import { SCREEN_ROUTES } from './screen-routes';
import { SEARCH_ROUTES } from './search-routes';
import { TRANSITION_ROUTES } from './transition-routes';
import { USER_ROUTES } from './user-routes';
import { VOTE_ROUTES } from './vote-routes';

/** Every operation the site models. */
export const ROUTES: readonly Route[] = [
  ...CATALOGUE_ROUTES,
  ...USER_ROUTES,
  ...PROJECT_ROUTES,
  ...ISSUE_ROUTES,
  ...TRANSITION_ROUTES,
  ...COMMENT_ROUTES,
  ...LINK_ROUTES,
  ...PROPERTY_ROUTES,
  ...VOTE_ROUTES,
  ...CHANGELOG_ROUTES,
  ...SEARCH_ROUTES,
  ...APP_FIELD_ROUTES,
  ...META_ROUTES,
  ...SCREEN_ROUTES,
];

export interface Matched {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

const TABLE = ROUTES.map((route) => ({ route, parts: route.pattern.split('/') }));

/** Literal parts win over `{names}`. `path` begins below `/rest/api/{version}`. */
export function matchRoute(method: string, path: string): Matched | undefined {
  if (UNMODELLED.includes(`${method} ${path}`)) return undefined;
  const parts = path.split('/');
  let best: Matched | undefined;
  for (const { route, parts: pattern } of TABLE) {
    if (route.method !== method || pattern.length !== parts.length) continue;
    const params = matchParts(pattern, parts);
    if (
      params !== undefined &&
      (best === undefined || Object.keys(params).length < Object.keys(best.params).length)
    )
      best = { route, params };
  }
  return best;
}

function matchParts(
  pattern: readonly string[],
  parts: readonly string[],
): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [at, wanted] of pattern.entries()) {
    const given = parts[at] ?? '';
    if (wanted.startsWith('{')) params[wanted.slice(1, -1)] = decoded(given);
    else if (wanted !== given) return undefined;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badRequest(`The path segment '${part}' is not properly encoded.`);
  }
}
