import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onIssueChanged } from '../../bridge';
import { HEARD_WITHIN_MS } from './news';
import { scoreQuery } from './score-query';
import { askAgainAfter, type ShownScore } from './shown-score';
import { useNews } from './use-news';

export interface Score extends ShownScore {
  readonly asking: boolean;
  readonly again: () => void;
}

/** The issue's score, asked again when the issue changes or is scored, and while something has still to be written. */
export function useScore(issueId: string): Score {
  const { data, dataUpdatedAt, isFetching, refetch } = useQuery({
    ...scoreQuery(issueId),
    throwOnError: true,
    refetchInterval: ({ state }) => askAgainAfter(state.data ?? {}, Date.now()),
  });
  const heard = data?.view?.listening != null;
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = onIssueChanged(issueId, () => {
      clearTimeout(waiting);
      // The score follows within seconds, and who asks before it is there asks twice.
      waiting = setTimeout(() => void refetch(), heard ? HEARD_WITHIN_MS : 0);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
    // `dataUpdatedAt`: what has just been answered need not be asked for again.
  }, [issueId, refetch, heard, dataUpdatedAt]);
  useNews(issueId, data?.view, () => void refetch());
  return { ...data, asking: isFetching, again: () => void refetch() };
}
