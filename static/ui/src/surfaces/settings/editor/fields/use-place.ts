import { useId } from 'react';
import type { RubricProblem } from '../../../../../../../src/core/rubric/schema/problem';
import { pathText, readAt, type Path } from '../../draft/document-path';
import { problemsAt, problemsUnder, useEditor } from '../editor-context';

export interface EditorPlace {
  readonly id: string;
  readonly value: unknown;
  readonly write: (value: unknown) => void;
  readonly problems: readonly RubricProblem[];
  readonly invalid: boolean;
  readonly locked: boolean;
  readonly describedBy: string;
  /** On the element that a problem's link leads to. */
  readonly anchor: string;
}

/** One place of the document, as a control needs it. `deep` claims the problems of everything below it too. */
export function usePlace(path: Path, deep = true): EditorPlace {
  const { draft } = useEditor();
  const id = useId();
  const problems = deep ? problemsUnder(draft, path) : problemsAt(draft, path);
  return {
    id,
    problems,
    value: readAt(draft.document, path),
    write: (value) => draft.set(path, value),
    invalid: problems.length > 0,
    locked: draft.readOnly !== null,
    describedBy: `${id}-said`,
    anchor: pathText(path),
  };
}
