import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { surfaceContext } from './bridge';
import { scoreQuery } from './shared/scores/score-query';
import { loadTabs } from './surfaces/panel/load-tabs';

const SHOW_THE_SCORE: ReadonlySet<string> = new Set(['ballast-panel', 'ballast-glance']);

export const contextQuery = queryOptions({
  queryKey: ['surface'],
  queryFn: surfaceContext,
  staleTime: Infinity,
  retry: false,
});

/**
 * Learns which surface this is, then asks for the score while the code that shows it is loading; resolves as soon as both are under way. What
 * fails here the surface asks for again, and says so.
 */
export async function headStart(client: QueryClient): Promise<void> {
  const { moduleKey, issueId } = await client.fetchQuery(contextQuery);
  if (issueId === null || !SHOW_THE_SCORE.has(moduleKey)) return;
  void client.prefetchQuery(scoreQuery(issueId));
  if (moduleKey === 'ballast-panel') loadTabs().catch(() => undefined);
}
