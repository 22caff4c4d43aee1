import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ScoreView } from '../../../../../src/contract/score';
import { askJira, onScored } from '../../bridge';
import { jsonMember } from '../questions/json-member';
import { LOOK_AGAIN_MS, subscriptionAfter, type Delayed } from './news';

/**
 * Calls back when there is news of the issue: the backend says that it was scored, or Jira, asked by the browser now and then, that it
 * was changed since. The browser's own questions to Jira cost the app nothing.
 */
export function useNews(issueId: string, view: ScoreView | undefined, news: () => void): void {
  const latest = useRef({ news, known: view?.updated });
  useEffect(() => {
    latest.current = { news, known: view?.updated };
  });

  const delayed = useRef<(Delayed & { readonly end: () => void }) | null>(null);
  const listening = view?.listening ?? null;
  useEffect(() => {
    const wanted = subscriptionAfter(delayed.current, listening, Date.now());
    if (wanted === delayed.current) return;
    delayed.current?.end();
    delayed.current =
      wanted === null ? null : { ...wanted, end: onScored(wanted, () => latest.current.news()) };
  }, [listening]);
  useEffect(
    () => () => {
      delayed.current?.end();
      delayed.current = null;
    },
    [issueId],
  );

  const { data: updated } = useQuery({
    queryKey: ['updated', issueId],
    queryFn: async () =>
      updatedIn(await askJira(`/rest/api/3/issue/${encodeURIComponent(issueId)}?fields=updated`)),
    enabled: view !== undefined,
    refetchInterval: LOOK_AGAIN_MS[listening === null ? 'deaf' : 'listening'],
    staleTime: LOOK_AGAIN_MS.soonest,
    initialData: null,
    initialDataUpdatedAt: () => Date.now(),
    retry: false,
  });
  // Only when Jira has been asked: what is shown meanwhile may be older than what it said before.
  useEffect(() => {
    const { news: call, known } = latest.current;
    if (updated !== null && known !== undefined && Date.parse(updated) > Date.parse(known)) call();
  }, [updated]);
}

function updatedIn(answer: unknown): string | null {
  const updated = jsonMember(answer, 'fields', 'updated');
  return typeof updated === 'string' ? updated : null;
}
