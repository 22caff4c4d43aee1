import { useQuery } from '@tanstack/react-query';
import type { JobView } from '../../../../../../src/contract/jobs';
import { ask } from '../../../bridge';
import { Refused } from '../../../reply';
import type { Asked } from '../../../shared/questions/use-answer';

/** Milliseconds between two looks at work that goes on: often enough to see it move, seldom enough not to slow it down. */
const WHILE_RUNNING = 2_000;
const WHILE_WAITING = 15_000;

/** How the last work on a project or the site goes, asked again for as long as it goes on. */
export function useJob(project: string | null): Asked<JobView | null> {
  const { data, error, errorUpdatedAt, isFetching, refetch } = useQuery({
    queryKey: ['job.view', { project }],
    queryFn: () => ask('job.view', { project }),
    retry: false,
    refetchInterval: ({ state }) => nextLook(state.data),
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

function nextLook(job: JobView | null | undefined): number | false {
  const state = job?.state;
  if (state === 'running') return job?.lastLookAt === null ? WHILE_RUNNING : WHILE_WAITING;
  return state === 'waiting' || state === 'paused' ? WHILE_WAITING : false;
}
