import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { onIssueChanged } from '../../bridge';
import { pollDelay } from './poll-delay';
import { scoreQuery } from './score-query';
import { askAgainAfter, type ShownScore } from './shown-score';

export interface Score extends ShownScore {
  readonly asking: boolean;
  readonly again: () => void;
}

/** The issue's score, asked again when the issue changes, when the person turns to the surface, and now and then. */
export function useScore(issueId: string): Score {
  const attention = useRef(0);
  const { data, isFetching, refetch } = useQuery({
    ...scoreQuery(issueId),
    throwOnError: true,
    refetchInterval: ({ state }) =>
      askAgainAfter(state.data ?? {}, pollDelay(Date.now() - attention.current), Date.now()),
  });

  useEffect(() => {
    const attend = (): void => {
      attention.current = Date.now();
    };
    attend();
    const stop = onIssueChanged(issueId, () => {
      attend();
      void refetch();
    });
    window.addEventListener('focus', attend);
    return () => {
      window.removeEventListener('focus', attend);
      stop();
    };
  }, [issueId, refetch]);

  return { ...data, asking: isFetching, again: () => void refetch() };
}
