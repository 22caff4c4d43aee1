import { useQuery, type QueryFunctionContext } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ask, onIssueChanged } from '../bridge';
import { Refused } from '../reply';
import { pollDelay } from './poll-delay';
import { afterRefusal, askAgainAfter, type ShownScore } from './shown-score';

export interface Score extends ShownScore {
  readonly asking: boolean;
  readonly again: () => void;
}

/** The issue's score, asked again when the issue changes, when the person turns to the surface, and now and then. */
export function useScore(issueId: string): Score {
  const attention = useRef(0);
  const { data, isFetching, refetch } = useQuery({
    queryKey: ['score.view', issueId] as const,
    queryFn: show,
    retry: false,
    staleTime: 5_000,
    throwOnError: true,
    refetchInterval: ({ state }) => askAgainAfter(state.data ?? {}, pollDelay(Date.now() - attention.current)),
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

type Key = readonly ['score.view', string];

/** A refusal is an answer too: as data it stays in sight while the question is asked again. */
async function show({ client, queryKey }: QueryFunctionContext<Key>): Promise<ShownScore> {
  try {
    return { view: await ask('score.view', { issueId: queryKey[1] }) };
  } catch (error) {
    if (error instanceof Refused) return afterRefusal(client.getQueryData<ShownScore>(queryKey), error.refusal, Date.now());
    throw error;
  }
}
