import { JiraError } from './jira-error';
import {
  BURST_A_SECOND,
  NEAR_LIMIT,
  POINTS_AN_HOUR,
  REASONS,
  WRITES_ON_ONE_ISSUE,
  WRITES_ON_ONE_ISSUE_WITHIN_MS,
} from './limits';
import type { Route } from './rest/call';

const HOUR = 3_600_000;
const SECOND = 1_000;

/** The app's allowance, on all sites that share this object together. It starts anew with every clock hour. */
export interface Quota {
  /** Throws the 429 that Jira would answer, before any work is done. */
  admit(route: Route, issue: number | undefined, now: number): void;
  spend(points: number, now: number): void;
  /** What Jira says of the hour with each answer. */
  headers(now: number): Readonly<Record<string, string>>;
  /** Points spent in the hour of `now`. */
  used(now: number): number;
}

export function createQuota(): Quota {
  let hour = 0;
  let spent = 0;
  let second = 0;
  const inSecond = new Map<string, number>();
  const writes = new Map<number, number[]>();

  const turn = (now: number) => {
    const current = Math.floor(now / HOUR);
    if (current === hour) return;
    hour = current;
    spent = 0;
  };

  return {
    admit(route, issue, now) {
      turn(now);
      if (spent >= POINTS_AN_HOUR)
        throw limited(REASONS.quota, HOUR - (now % HOUR), now, POINTS_AN_HOUR);
      if (Math.floor(now / SECOND) !== second) inSecond.clear();
      second = Math.floor(now / SECOND);
      const endpoint = `${route.method} ${route.pattern}`;
      const burst = inSecond.get(endpoint) ?? 0;
      if (burst >= BURST_A_SECOND[route.method])
        throw limited(REASONS.burst, SECOND - (now % SECOND), now, BURST_A_SECOND[route.method]);
      inSecond.set(endpoint, burst + 1);
      if (route.kind === 'write' && issue !== undefined) admitWrite(writes, issue, now);
    },
    spend(points, now) {
      turn(now);
      spent += points;
    },
    headers(now) {
      turn(now);
      return {
        'x-ratelimit-limit': String(POINTS_AN_HOUR),
        'x-ratelimit-remaining': String(Math.max(0, POINTS_AN_HOUR - spent)),
        'x-ratelimit-reset': new Date(now - (now % HOUR) + HOUR).toISOString(),
        'x-ratelimit-nearlimit': String(spent >= POINTS_AN_HOUR * NEAR_LIMIT),
      };
    },
    used(now) {
      turn(now);
      return spent;
    },
  };
}

function admitWrite(writes: Map<number, number[]>, issue: number, now: number): void {
  const recent = (writes.get(issue) ?? []).filter((at) => at > now - WRITES_ON_ONE_ISSUE_WITHIN_MS);
  const [oldest = now] = recent;
  if (recent.length >= WRITES_ON_ONE_ISSUE)
    throw limited(
      REASONS.issue,
      oldest + WRITES_ON_ONE_ISSUE_WITHIN_MS - now,
      now,
      WRITES_ON_ONE_ISSUE,
    );
  if (recent.length === 0 && writes.size > 10_000) writes.clear();
  writes.set(issue, [...recent, now]);
}

function limited(reason: string, waitMs: number, now: number, limit: number): JiraError {
  return new JiraError(
    429,
    ['Rate limit exceeded.'],
    {},
    {
      'retry-after': String(Math.max(1, Math.ceil(waitMs / SECOND))),
      'ratelimit-reason': reason,
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': new Date(now + waitMs).toISOString(),
    },
  );
}
