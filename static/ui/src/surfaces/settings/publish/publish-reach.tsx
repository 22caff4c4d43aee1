import { useMemo, type JSX } from 'react';
import type { Rubric } from '../../../../../../src/core/rubric/schema/schema';
import { ReachText } from '../preview/reach-text';
import { usePreview } from '../preview/use-preview';

/** Whom publishing the site's rubric concerns, as the preview beside it has counted. */
export function PublishReach({ document }: { readonly document: Rubric }): JSX.Element | null {
  const { preview } = usePreview(
    useMemo(() => ({ project: null, document, inherits: [] }), [document]),
  );
  return preview?.reach == null ? null : <ReachText reach={preview.reach} />;
}
