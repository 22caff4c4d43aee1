import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { defaultRubric } from '../../../../../../src/core/rubric/presets/default-rubric';
import { madeWhole } from '../../../../../../src/core/rubric/document/made-whole';
import { mergeRubrics, type MergeConflict } from '../../../../../../src/core/rubric/document/merge';
import { ask } from '../../../bridge';
import type { Draft } from '../draft/draft';

/** Before a project had a rubric of its own, its draft was copied from the site's; version 0 of that is the built-in default. */
function startOf(
  project: string | null,
  base: number,
  site: number,
): { readonly project: string | null; readonly version: number } {
  return base > 0 || project === null
    ? { project, version: base }
    : { project: null, version: site };
}

/**
 * The places that both the draft and the newest version changed, worked out here by the code that merges on the server; null
 * while the version that the draft started from is not known.
 */
export function useConflicts(
  project: string | null,
  { base, site, document, published, inheritance, overtaken }: Draft,
): readonly MergeConflict[] | null {
  const start = startOf(project, base, site ?? inheritance?.site.version ?? 0);
  const { data } = useQuery({
    queryKey: ['rubric.version', start],
    queryFn: () => ask('rubric.version', start),
    enabled: start.version > 0 && overtaken !== null,
    retry: false,
    staleTime: Infinity,
  });
  const before = start.version > 0 ? (data?.document ?? null) : defaultRubric;
  return useMemo(
    () =>
      before === null
        ? null
        : mergeRubrics({ base: before, mine: madeWhole(document), theirs: published.document })
            .conflicts,
    [before, document, published.document],
  );
}
