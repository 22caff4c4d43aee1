import type { ProjectId } from '../../core/terms/project';
import { inherited, inheritable, type Section } from '../../core/rubric/document/inherit';
import { isPlain } from '../../core/rubric/document/with-defaults';
import { siteEdition } from '../rubric/edition';
import type { Needs } from './needs';

export { inheritable };

/** A rubric that somebody works on, before it is checked. */
export interface ProposedRubric {
  /** A project's key; null for the site's rubric. */
  readonly project: ProjectId | null;
  readonly document: unknown;
  /** Parts that follow the site's rubric. */
  readonly inherits: readonly Section[];
}

/** The document as it would be published: with the parts that follow the site's rubric as they are there now. */
export async function wholeDocument(
  { project, document, inherits }: ProposedRubric,
  { rubrics }: Pick<Needs, 'rubrics'>,
): Promise<unknown> {
  if (project === null || inherits.length === 0 || !isPlain(document)) return document;
  return inherited(document, inherits, (await siteEdition(rubrics)).rubric);
}
