import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { madeWhole } from '../../../../../../src/core/rubric/made-whole';
import { mergeRubrics, type MergeConflict } from '../../../../../../src/core/rubric/merge';
import { ask } from '../../../bridge';
import type { Draft } from '../draft/draft';

/**
 * The places that both the draft and the newest version changed, worked out here by the code that merges on the server; null
 * while the version that the draft started from is not known.
 */
export function useConflicts(project: string | null, { base, document, published, inheritance, overtaken }: Draft): readonly MergeConflict[] | null {
  const { data } = useQuery({
    queryKey: ['rubric.version', { project, version: base }],
    queryFn: () => ask('rubric.version', { project, version: base }),
    enabled: base > 0 && overtaken !== null,
    retry: false,
    staleTime: Infinity,
  });
  const before = base > 0 ? (data?.document ?? null) : (inheritance?.site.document ?? null);
  return useMemo(
    () => (before === null ? null : mergeRubrics({ base: before, mine: madeWhole(document), theirs: published.document }).conflicts),
    [before, document, published.document],
  );
}
