import type { Priority } from './entities';
import type { SiteState } from './site-state';

/** What an issue has whose maker named none. */
export function usualPriority(state: SiteState): Priority | null {
  const all = state.priorities.all();
  return state.priorities.byName('Medium') ?? all[Math.floor(all.length / 2)] ?? null;
}
