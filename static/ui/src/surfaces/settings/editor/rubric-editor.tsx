import type { JSX } from 'react';
import type { Draft } from '../draft/draft';
import type { EditorInputs } from './editor-inputs';

interface Props {
  readonly draft: Draft;
  readonly inputs: EditorInputs;
}

/** Everything a project decides about prioritising, section by section. */
export function RubricEditor({ draft, inputs }: Props): JSX.Element {
  return <div data-criteria={draft.problems.length} data-fields={inputs.facts?.fields.length} />;
}
