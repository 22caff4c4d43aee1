import { useQuery } from '@tanstack/react-query';
import type { Answer, Ask, Question, Refusal } from '../../../../../src/contract';
import { ask } from '../../bridge';
import { Refused } from '../../reply';

/** What a question came to so far: a value, a refusal, or neither while it is under way. */
export interface Asked<T> {
  readonly value: T | undefined;
  readonly refusal: Refusal | undefined;
  /** Milliseconds since 1970. */
  readonly refusedAt: number;
  readonly asking: boolean;
  readonly again: () => void;
}

/** Asks once when shown, and again on `again` or when the score was asked anew. */
export function useAnswer<Q extends Question>(question: Q, payload: Ask<Q>): Asked<Answer<Q>> {
  const { data, error, errorUpdatedAt, isFetching, refetch } = useQuery({
    queryKey: [question, payload],
    queryFn: () => ask(question, payload),
    retry: false,
    staleTime: 5_000,
    throwOnError: (failure) => !(failure instanceof Refused),
  });
  return {
    value: data,
    refusal: error instanceof Refused ? error.refusal : undefined,
    refusedAt: errorUpdatedAt,
    asking: isFetching,
    again: () => void refetch(),
  };
}
