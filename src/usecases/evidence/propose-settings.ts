import type { ProjectId } from '../../core/terms/project';
import {
  detectEvidence,
  type EvidenceProposal,
  type SiteCatalogue,
} from '../../core/setup-check/detect-evidence';
import { detectLinks, type LinkProposal } from '../../core/setup-check/detect-links';
import { Forbidden } from '../ports/failures';
import type { Viewer } from '../ports/world';
import { rubricFor } from '../rubric/in-force';
import type { Needs } from './needs';

/** Reads what the site has besides its fields. */
export type ReadCatalogue = () => Promise<Omit<SiteCatalogue, 'fields'>>;

/**
 * Proposes the settings of evidence and blockers of a project's rubric, or the site's, by what this site has. Changes nothing.
 * @throws Forbidden unless the person administers the project, or Jira for the site's rubric
 */
export async function proposeEvidence(
  project: ProjectId | null,
  readCatalogue: ReadCatalogue,
  viewer: Viewer,
  world: Pick<Needs, 'rubrics' | 'siteFields'>,
): Promise<EvidenceProposal & { readonly links: LinkProposal }> {
  if (!(await viewer.may(project === null ? 'ADMINISTER' : 'ADMINISTER_PROJECTS', project)))
    throw new Forbidden('Only an administrator may look for evidence settings');
  const { rubric } = await rubricFor(project, world.rubrics);
  const catalogue = { ...(await readCatalogue()), fields: await world.siteFields.all() };
  return {
    ...detectEvidence(catalogue, rubric.evidence),
    links: detectLinks(catalogue.linkTypes, rubric.blockers),
  };
}
