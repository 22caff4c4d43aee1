import type { ProjectId } from '../../core/terms/project';
import type { ExportedDocument, ImportedDocument } from '../../contract/versions';
import { parseRubricText, writeRubric } from '../../core/rubric/document/document-text';
import { Declined, Gone } from '../ports/failures';
import { findingsOn } from './draft-view';
import { editionOf } from '../rubric/edition';
import type { SettingsContext } from '../access/rubric-access';
import { openReading, readable } from '../access/rubric-reading';

/** Every problem of a rubric in JSON or YAML; nothing is saved. */
export async function importRubric(
  project: ProjectId | null,
  text: string,
  context: SettingsContext,
): Promise<ImportedDocument> {
  const access = await openReading(project, context);
  const parsed = parseRubricText(text);
  if (!parsed.ok) return { document: null, problems: parsed.problems, warnings: [], changes: [] };
  const { problems, warnings, changes } = await findingsOn(
    { document: parsed.rubric, inherits: [] },
    access,
    context,
  );
  return {
    document: problems.length > 0 ? null : parsed.rubric,
    problems,
    warnings,
    changes: changes ?? [],
  };
}

/** @throws Gone when there is no such version; Declined when it can no longer be used */
export async function exportRubric(
  { project, name }: { readonly project: ProjectId | null; readonly name: string },
  version: number | null,
  format: 'json' | 'yaml',
  context: SettingsContext,
): Promise<ExportedDocument> {
  const reading = await openReading(project, context);
  const { scope, inForce } = reading;
  const stored = version === null ? null : await context.world.rubrics.edition(scope, version);
  if (version !== null && stored === null)
    throw new Gone(`There is no version ${version} of this rubric`);
  const edition = stored === null ? inForce : readable(editionOf(stored), reading);
  if (edition.problems.length > 0)
    throw new Declined(
      `Version ${edition.version} can no longer be used, and is not written to a file`,
      'Mend the rubric in the editor first.',
    );
  return {
    fileName: `ballast-${name}-v${edition.version}.${format}`,
    text: writeRubric(edition.rubric, format),
  };
}
