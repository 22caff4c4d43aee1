import { useCallback } from 'react';
import type { RubricDocument } from '../../draft/document-path';
import { useEditor } from '../editor-context';

/** A change of the table and of the criteria that count its places, as one step. */
export function useMatrixChange(): (next: RubricDocument) => void {
  const {
    draft: { change, inherits },
  } = useEditor();
  return useCallback(
    (next) =>
      change(
        next,
        null,
        inherits.filter((section) => section !== 'method' && section !== 'criteria'),
      ),
    [change, inherits],
  );
}
