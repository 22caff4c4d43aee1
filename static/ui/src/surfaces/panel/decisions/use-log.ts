import { useInfiniteQuery } from '@tanstack/react-query';
import type { DecisionLog, DecisionView } from '../../../../../../src/contract/decisions';
import { ask } from '../../../bridge';
import { Refused } from '../../../reply';
import type { Asked } from '../../../shared/questions/use-answer';

interface Log {
  readonly asked: Asked<DecisionLog>;
  /** All that were read so far, the newest first. */
  readonly decisions: readonly DecisionView[];
  /** Reads earlier ones; null when there are none. */
  readonly earlier: (() => void) | null;
  readonly readingEarlier: boolean;
}

/** The log of an issue, a page at a time. */
export function useLog(issueId: string): Log {
  const {
    data,
    error,
    errorUpdatedAt,
    isFetching,
    isFetchingNextPage,
    hasNextPage,
    fetchNextPage,
    refetch,
  } = useInfiniteQuery({
    queryKey: ['decisions.list', { issueId }],
    queryFn: ({ pageParam: before }) => ask('decisions.list', { issueId, before }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    retry: false,
    staleTime: 5_000,
    throwOnError: (failure) => !(failure instanceof Refused),
  });
  return {
    asked: {
      value: data?.pages[0],
      refusal: error instanceof Refused ? error.refusal : undefined,
      refusedAt: errorUpdatedAt,
      asking: isFetching,
      again: () => void refetch(),
    },
    decisions: data?.pages.flatMap(({ decisions }) => decisions) ?? [],
    earlier: hasNextPage ? () => void fetchNextPage() : null,
    readingEarlier: isFetchingNextPage,
  };
}
