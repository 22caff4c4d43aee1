import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { place } from './bridge';
import { scoreQuery } from './shared/scores/score-query';
import { loadTabs } from './surfaces/panel/load-tabs';

const SHOW_THE_SCORE: ReadonlySet<string> = new Set(['ballast-panel', 'ballast-glance']);

export const placeQuery = queryOptions({
  queryKey: ['place'],
  queryFn: place,
  staleTime: Infinity,
  retry: false,
});

/**
 * Learns the place, then asks for the score while the code that shows it is loading; resolves as soon as both are under way. What
 * fails here the surface asks for again, and says so.
 */
export async function headStart(client: QueryClient): Promise<void> {
  const { moduleKey, issueId } = await client.fetchQuery(placeQuery);
  if (issueId === null || !SHOW_THE_SCORE.has(moduleKey)) return;
  void client.prefetchQuery(scoreQuery(issueId));
  if (moduleKey === 'ballast-panel') loadTabs().catch(() => undefined);
}
