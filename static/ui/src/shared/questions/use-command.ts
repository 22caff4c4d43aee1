import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer, Ask, Question, Refusal } from '../../../../../src/contract';
import { ask } from '../../bridge';
import { Refused } from '../../reply';

/** What a person may tell Ballast to do, and what became of the last time. */
export interface Command<Q extends Question> {
  readonly act: (payload: Ask<Q>) => void;
  readonly acting: boolean;
  readonly refusal: Refusal | undefined;
  readonly done: Answer<Q> | undefined;
  readonly forget: () => void;
}

/** Does something once when asked; `then` hears the answer, `refused` that it was refused. Nothing is tried twice by itself. */
export function useCommand<Q extends Question>(
  question: Q,
  then: (answer: Answer<Q>) => void,
  refused: () => void = () => undefined,
): Command<Q> {
  const client = useQueryClient();
  const { mutate, isPending, error, data, reset } = useMutation({
    mutationFn: (payload: Ask<Q>) => ask(question, payload),
    retry: false,
    onSuccess: (answer) => {
      then(answer);
      // To ask for a preview again is to begin it again: not when it was just cancelled.
      const kept = question === 'preview.cancel' ? ['surface', 'rubric.preview'] : ['surface'];
      void client.invalidateQueries({
        predicate: ({ queryKey: [asked] }) => !kept.includes(String(asked)),
      });
    },
    onError: refused,
    throwOnError: (failure) => !(failure instanceof Refused),
  });
  return {
    act: mutate,
    acting: isPending,
    refusal: error instanceof Refused ? error.refusal : undefined,
    done: data,
    forget: reset,
  };
}
