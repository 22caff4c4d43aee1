import type { SiteState } from '../model/site-state';

interface Asked {
  readonly state: SiteState;
  readonly version: 2 | 3;
}

/**
 * Views write every `self` for version 3; this is given to `JSON.stringify` so that an answer leads back to the version that was
 * asked: clients go on from there.
 */
export function linksOf({ state, version }: Asked): (key: string, value: unknown) => unknown {
  const [three, own] = [3, version].map((each) => `${state.baseUrl}/rest/api/${each}/`) as [
    string,
    string,
  ];
  return (key, value) =>
    key === 'self' && typeof value === 'string' && value.startsWith(three)
      ? own + value.slice(three.length)
      : value;
}
