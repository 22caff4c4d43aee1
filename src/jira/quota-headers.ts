import type { Pool } from '../usecases/ports/world';

/** Limits below this are those of a second or of an issue, not of the hour. */
const SMALLEST_HOURLY = 10_000;
/** Names of the hour's policies begin so. https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
const HOURLY = /"?(jira-quota-[a-z-]+)"?\s*;([^,]*)/iu;

/**
 * What Jira's answer says of the points of this hour, which all installations of the app share; null where it says nothing. Headers
 * that begin with `Beta-` tell of limits that are not enforced yet, and are left alone.
 */
export function poolIn({
  headers,
}: {
  readonly headers: { get(name: string): string | null };
}): Pool | null {
  const limit =
    numberIn('q', headers.get('ratelimit-policy')) ?? numberOf(headers.get('x-ratelimit-limit'));
  const remaining =
    numberIn('r', headers.get('ratelimit')) ?? numberOf(headers.get('x-ratelimit-remaining'));
  if (limit === null || remaining === null || limit < SMALLEST_HOURLY) return null;
  return {
    limit,
    remaining: Math.max(0, remaining),
    nearLimit: headers.get('x-ratelimit-nearlimit')?.toLowerCase() === 'true',
  };
}

/** `"jira-quota-global-based";r=61234;t=1800`: one of its parameters. */
function numberIn(name: string, header: string | null): number | null {
  const parameters = HOURLY.exec(header ?? '')?.[2] ?? '';
  return numberOf(new RegExp(`(?:^|;)\\s*${name}=(\\d+)`, 'u').exec(parameters)?.[1] ?? null);
}

function numberOf(text: string | null): number | null {
  return /^\d+$/u.test(text ?? '') ? Number(text) : null;
}
