import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Refusal } from '../../../../../../src/contract';
import type { PreviewRun, RubricPreview } from '../../../../../../src/contract/preview';
import type { Section } from '../../../../../../src/core/rubric/document/inherit';
import type { RubricProblem } from '../../../../../../src/core/rubric/schema/problem';
import type { Rubric } from '../../../../../../src/core/rubric/schema/schema';
import { ask } from '../../../bridge';
import { Refused } from '../../../reply';
import { useSettled } from '../../../shared/hooks/use-settled';

/** Milliseconds of quiet before a changed draft is asked about: a slider being dragged is not. */
const QUIET = 500;
/** Milliseconds between two looks at a run. */
const LOOK = 1_500;

export interface PreviewState {
  readonly preview: RubricPreview | null;
  /** The shown preview is of an earlier draft than the one at hand. */
  readonly behind: boolean;
  /** A large backlog is being worked out in the background. */
  readonly run: PreviewRun | null;
  readonly problems: readonly RubricProblem[];
  readonly refusal: Refusal | undefined;
  /** Milliseconds since 1970. */
  readonly refusedAt: number;
  readonly asking: boolean;
  readonly again: () => void;
}

export interface Subject {
  readonly project: string | null;
  readonly document: Rubric;
  readonly inherits: readonly Section[];
}

/**
 * What the draft would do, following it. The key is the draft itself, so an answer to an older one is never shown as if it were
 * of this; until the new one is there, the old one stays.
 */
export function usePreview(subject: Subject): PreviewState {
  const text = useMemo(() => JSON.stringify(subject), [subject]);
  const settled = useSettled(text, QUIET);
  const asked = useQuery({
    queryKey: ['rubric.preview', settled],
    queryFn: () => ask('rubric.preview', JSON.parse(settled) as Subject),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
    gcTime: 120_000,
    // A run of minutes is not begun anew because somebody looked at another window.
    refetchOnWindowFocus: ({ state }) => state.data?.ok !== true || state.data.run === null,
    throwOnError: (failure) => !(failure instanceof Refused),
  });
  const answer = asked.data;
  const run = useRun(
    subject.project,
    answer?.ok === true && !asked.isPlaceholderData ? answer.run : null,
  );
  const found = answer?.ok === true ? (answer.preview ?? run?.preview ?? null) : null;
  const last = useLast(found);
  return {
    preview: found ?? last,
    behind: text !== settled || asked.isPlaceholderData || asked.isFetching || found === null,
    run: run !== null && run.preview === null ? run : null,
    problems: answer?.ok === false && !asked.isPlaceholderData ? answer.problems : [],
    refusal: asked.error instanceof Refused ? asked.error.refusal : undefined,
    refusedAt: asked.errorUpdatedAt,
    asking: asked.isFetching,
    again: () => void asked.refetch(),
  };
}

/** A run as it goes on; one that another has taken the place of says nothing about this draft. */
function useRun(project: string | null, started: PreviewRun | null): PreviewRun | null {
  const { data } = useQuery({
    queryKey: ['preview.view', { project }, started?.id],
    queryFn: () => ask('preview.view', { project }),
    enabled: started !== null,
    retry: 2,
    refetchInterval: ({ state }) =>
      state.data == null || state.data.state === 'running' || state.data.state === 'waiting'
        ? LOOK
        : false,
  });
  if (started === null) return null;
  return data != null && data.id === started.id ? data : started;
}

function useLast(found: RubricPreview | null): RubricPreview | null {
  const [last, setLast] = useState(found);
  if (found !== null && found !== last) setLast(found);
  return last;
}
