import { useInfiniteQuery } from '@tanstack/react-query';
import type { VersionView, VersionsView } from '../../../../../../src/contract/versions';
import { ask } from '../../../bridge';
import { Refused } from '../../../reply';
import type { Asked } from '../../../shared/questions/use-answer';

interface Versions {
  readonly asked: Asked<VersionsView>;
  readonly versions: readonly VersionView[];
  /** Shows an older page; null on the last. */
  readonly older: (() => void) | null;
  readonly readingOlder: boolean;
}

/** The history, a page at a time. */
export function useVersions(project: string | null): Versions {
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
    queryKey: ['rubric.versions', { project }],
    queryFn: ({ pageParam: before }) => ask('rubric.versions', { project, before }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    retry: false,
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
    versions: data?.pages.flatMap(({ versions }) => versions) ?? [],
    older: hasNextPage ? () => void fetchNextPage() : null,
    readingOlder: isFetchingNextPage,
  };
}
