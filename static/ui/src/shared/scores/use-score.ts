import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onIssueChanged } from '../../bridge';
import { scoreQuery } from './score-query';
import { askAgainAfter, type ShownScore } from './shown-score';
import { useNews } from './use-news';

export interface Score extends ShownScore {
  readonly asking: boolean;
  readonly again: () => void;
}

/** The issue's score, asked again when the issue changes or is scored, and while something has still to be written. */
export function useScore(issueId: string): Score {
  const { data, isFetching, refetch } = useQuery({
    ...scoreQuery(issueId),
    throwOnError: true,
    refetchInterval: ({ state }) => askAgainAfter(state.data ?? {}, Date.now()),
  });
  useEffect(() => onIssueChanged(issueId, () => void refetch()), [issueId, refetch]);
  useNews(issueId, data?.view, () => void refetch());
  return { ...data, asking: isFetching, again: () => void refetch() };
}
