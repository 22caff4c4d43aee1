import { ConnectionDropped, type FaultControl } from './faults';
import { JiraError, notModelled } from './jira-error';
import type { PageCache } from './jql/page-cache';
import {
  POINTS_OF_A_READ,
  POINTS_OF_A_SHOWN_IDENTITY,
  POINTS_OF_A_SHOWN_ISSUE,
  POINTS_OF_A_WRITE,
} from './limits';
import { findIssue, type SiteState } from './model/site-state';
import type { JiraRequest, JiraResponse, Principal, ProductEvent } from './protocol';
import type { Quota } from './quota';
import type { Answer, Call, Route, TransitionValidator } from './rest/call';
import { documentedInputs, nameOf } from './rest/inputs/documented';
import { holdInputs } from './rest/inputs/hold-inputs';
import { holdScopes } from './rest/inputs/hold-scopes';
import { matchRoute } from './rest/router';
import { linksOf } from './views/links';

export interface World {
  readonly state: SiteState;
  readonly pages: PageCache;
  readonly faults: FaultControl;
  readonly emit: (event: ProductEvent) => void;
  readonly validators: ReadonlySet<TransitionValidator>;
  /** Null when nothing is limited. */
  readonly quota: Quota | null;
}

const JSON_HEADERS = { 'content-type': 'application/json;charset=UTF-8' };

/** Answers one request. Rejects with `ConnectionDropped` when the fault plan breaks the connection. */
export async function answer(world: World, request: JiraRequest): Promise<JiraResponse> {
  const effects = world.faults.strike(request.method, request.path, request.outsideQuota !== true);
  for (const effect of effects) {
    if (effect.kind === 'latency') await world.state.clock.sleep(effect.ms);
    if (effect.kind === 'drop' && effect.when === 'before')
      throw new ConnectionDropped(request.method, request.path);
    if (effect.kind === 'status') return refusal(faultOf(effect));
  }
  const response = await respond(world, request);
  if (effects.some((effect) => effect.kind === 'drop'))
    throw new ConnectionDropped(request.method, request.path);
  return response;
}

async function respond(world: World, request: JiraRequest): Promise<JiraResponse> {
  try {
    const { route, call } = understand(world, request);
    const named = call.params['issueIdOrKey'];
    const quota = request.outsideQuota === true ? null : world.quota;
    quota?.admit(
      route,
      named === undefined ? undefined : findIssue(world.state, named)?.id,
      call.now,
    );
    if (route.before !== undefined) await route.before(call);
    const result = route.handle(call);
    const points = pointsOf(route, result);
    quota?.spend(points, call.now);
    return {
      status: result.status,
      headers: {
        ...(result.body === undefined ? {} : JSON_HEADERS),
        ...quota?.headers(call.now),
      },
      body:
        result.body === undefined || request.method === 'HEAD'
          ? ''
          : JSON.stringify(result.body, linksOf(call)),
      points,
    };
  } catch (problem) {
    if (problem instanceof JiraError) return refusal(problem);
    throw problem;
  }
}

function understand(
  world: World,
  request: JiraRequest,
): { readonly route: Route; readonly call: Call } {
  // Asks for the head of what GET would answer.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const { pathname, searchParams } = new URL(request.path, world.state.baseUrl);
  const [, version, path] = /^\/rest\/api\/(2|3|latest)(\/.*)$/.exec(pathname) ?? [];
  const found = path === undefined ? undefined : matchRoute(method, path.replace(/\/$/, ''));
  const matched =
    version === 'latest' && found !== undefined && differs(found.route) ? undefined : found;
  const viewer = viewerOf(world.state, request.principal, matched?.route);
  if (matched === undefined) throw notModelled(`${request.method} ${pathname}`);
  holdScopes(matched.route, request.scopes);
  const body = readJson(request);
  holdInputs({ method, pattern: matched.route.pattern, query: searchParams, body });
  return {
    route: matched.route,
    call: {
      state: world.state,
      pages: world.pages,
      emit: world.emit,
      validators: world.validators,
      viewer,
      isApp: request.principal.kind === 'app',
      installation: request.principal.kind === 'app' ? request.principal.installation : undefined,
      byApp: request.byApp === true || request.principal.kind === 'app',
      now: world.state.clock.now(),
      version: version === '3' ? 3 : 2,
      params: matched.params,
      query: searchParams,
      body,
    },
  };
}

/** Texts are another thing in each version, and which of them is the latest is not known: python-jira asks it for what is the same in both. */
const differs = ({ pattern }: Route): boolean =>
  /^\/issue(Link)?$|^\/issue\/\{[^}]*\}(\/(comment|transitions).*)?$|^\/(issue\/bulkfetch|search)/.test(
    pattern,
  );

/** Empty for whoever has not logged in, where Jira answers them too: they see what is open to everybody, which is no project here. */
function viewerOf(state: SiteState, principal: Principal, route: Route | undefined): string {
  if (principal.kind === 'app') return state.appAccountId;
  if (principal.kind === 'user' && state.users.get(principal.accountId)?.active === true)
    return principal.accountId;
  if (
    principal.kind === 'anonymous' &&
    route !== undefined &&
    documentedInputs(nameOf(route.method, route.pattern)).anonymous === true
  )
    return '';
  throw new JiraError(401, ['Client must be authenticated to access this resource.']);
}

function readJson({ body, headers }: JiraRequest): unknown {
  if (body === undefined || body === '') return undefined;
  if (!/^application\/([\w.-]+\+)?json\b/i.test(headers['content-type'] ?? ''))
    throw new JiraError(415, ['Unsupported Media Type: send the body as application/json.']);
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new JiraError(400, [
      'There was an error parsing JSON. Check that your request body is valid.',
    ]);
  }
}

function pointsOf(route: Route, result: Answer): number {
  return route.kind === 'write'
    ? POINTS_OF_A_WRITE
    : POINTS_OF_A_READ +
        POINTS_OF_A_SHOWN_ISSUE * (result.issues ?? 0) +
        POINTS_OF_A_SHOWN_IDENTITY * (result.identities ?? 0);
}

function refusal(error: JiraError): JiraResponse {
  return {
    status: error.status,
    headers: { ...JSON_HEADERS, ...error.headers },
    body: JSON.stringify(error.body()),
    points: 0,
  };
}

function faultOf(effect: {
  readonly status: number;
  readonly retryAfterSeconds?: number;
  readonly reason?: string;
}): JiraError {
  return new JiraError(
    effect.status,
    [`HTTP ${effect.status}, as the fault plan asks.`],
    {},
    {
      ...(effect.retryAfterSeconds === undefined
        ? {}
        : { 'retry-after': String(effect.retryAfterSeconds) }),
      ...(effect.reason === undefined ? {} : { 'ratelimit-reason': effect.reason }),
    },
  );
}
