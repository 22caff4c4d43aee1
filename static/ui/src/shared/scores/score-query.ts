import { queryOptions, type QueryFunctionContext } from '@tanstack/react-query';
import { Refused } from '../../reply';
import { askScore } from './score-asking';
import { afterAnswer, afterRefusal, type ShownScore } from './shown-score';

type Key = readonly ['score.view', string];

/** The question for an issue's score, whoever asks it first. */
export const scoreQuery = (issueId: string) =>
  queryOptions({
    queryKey: ['score.view', issueId] as const,
    queryFn: show,
    retry: false,
    // Whoever shows it learns when it is to be asked again: turning to the page is no reason.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** A refusal is an answer too: as data it stays in sight while the question is asked again. */
async function show({ client, queryKey }: QueryFunctionContext<Key>): Promise<ShownScore> {
  const before = client.getQueryData<ShownScore>(queryKey);
  try {
    const shown = afterAnswer(before, await askScore(queryKey[1]), Date.now());
    // What was written meanwhile, the other tabs show too: they go by what Ballast keeps.
    if (before?.pendingSince !== undefined && shown.pendingSince === undefined)
      void client.invalidateQueries({
        predicate: ({ queryKey: [asked] }) => asked !== queryKey[0] && asked !== 'surface',
      });
    return shown;
  } catch (error) {
    if (error instanceof Refused) return afterRefusal(before, error.refusal, Date.now());
    throw error;
  }
}
