import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ask, Refusal } from '../../../../../../src/contract';
import type { PostMortemView } from '../../../../../../src/core/post-mortem/view';
import { ask } from '../../../bridge';
import { NO_ANSWER, Refused } from '../../../reply';

export type PostMortemChange = Ask<'postmortem.change'>['change'];
type Work = (seen: number) => Promise<PostMortemView>;

export interface Saving {
  readonly change: (what: PostMortemChange, then?: () => void) => void;
  /** Anything else that answers with the post-mortem as it is then. */
  readonly run: (work: () => Promise<PostMortemView>, then?: () => void) => void;
  readonly saving: boolean;
  readonly refusal: Refusal | null;
}

/**
 * Saves what a person did. The revision they were looking at goes along: what somebody else changed since then is shown before
 * theirs is saved, and with the next try they have seen it.
 */
export function useSaving(issueId: string, shown: number): Saving {
  const client = useQueryClient();
  const key = ['postmortem.view', { issueId }];
  const [seen, setSeen] = useState(shown);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (work: Work) => work(seen),
    onSuccess: (view) => {
      client.setQueryData(key, view);
      setSeen(view.revision);
    },
    onError: async () => {
      await client.invalidateQueries({ queryKey: key });
      setSeen(client.getQueryData<PostMortemView>(key)?.revision ?? seen);
    },
  });
  const run = (work: Work, then?: () => void): void => mutate(work, { onSuccess: () => then?.() });
  return {
    run,
    change: (what, then) =>
      run((revision) => ask('postmortem.change', { issueId, seen: revision, change: what }), then),
    saving: isPending,
    refusal: error === null ? null : error instanceof Refused ? error.refusal : NO_ANSWER,
  };
}
