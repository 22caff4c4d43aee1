import { createContext, useContext } from 'react';
import type { RubricProblem } from '../../../../../../src/core/rubric/schema/problem';
import { pathText, type Path } from '../draft/document-path';
import type { Draft } from '../draft/draft';
import type { EditorInputs } from './editor-inputs';

/** What every part of the editor may use. */
export interface Editor {
  readonly draft: Draft;
  readonly inputs: EditorInputs;
  /** Parts that stand open, by id: sections, and criteria as `criteria.` and their id. */
  readonly open: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** Opens whatever hides a place and takes the focus there. */
  readonly reveal: (path: string) => void;
}

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('This part of the editor stands outside of it');
  return editor;
}

/** Problems and warnings of a place and of all below it. */
export function problemsUnder(
  draft: Pick<Draft, 'problems' | 'warnings'>,
  path: Path,
): readonly RubricProblem[] {
  const place = pathText(path);
  return [...draft.problems, ...draft.warnings].filter((one) => isUnder(one.path, place));
}

/** Problems of a place itself. */
export function problemsAt(
  draft: Pick<Draft, 'problems' | 'warnings'>,
  path: Path,
): readonly RubricProblem[] {
  const place = pathText(path);
  return [...draft.problems, ...draft.warnings].filter((one) => one.path === place);
}

export function isUnder(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`);
}
