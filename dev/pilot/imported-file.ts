import { importFile } from '../jira/import/import-file';
import { describeProblem } from '../jira/import/problem';
import type { SiteSnapshot } from '../jira/snapshot';
import { BadArguments, type PilotArguments } from './arguments';

/** Warnings that are printed; all are counted. */
const WARNINGS_SHOWN = 10;

export interface ImportedFile {
  readonly snapshot: SiteSnapshot;
  readonly read: number;
  readonly newest: Date;
  readonly warnings: readonly string[];
}

/** @throws BadArguments with the line and the reason of each problem of the file. */
export async function importedFile({
  file,
  asOf,
}: Pick<PilotArguments, 'file' | 'asOf'>): Promise<ImportedFile> {
  const result = await importFile(file, asOf === null ? {} : { asOf: asOf.toISOString() });
  if (!result.ok) {
    const more = result.problemCount - result.problems.length;
    throw new BadArguments(
      [
        `${file} was not imported:`,
        ...result.problems.map((problem) => `  ${describeProblem(problem)}`),
        ...(more > 0 ? [`  and ${more} more`] : []),
      ].join('\n'),
      { showUsage: false },
    );
  }
  const { warnings, warningCount } = result.summary;
  const shown = warnings
    .slice(0, WARNINGS_SHOWN)
    .map(({ line, key, reason }) =>
      [line === undefined ? [] : [`line ${line}`], key ?? [], reason].flat().join(' · '),
    );
  return {
    snapshot: result.snapshot,
    read: result.summary.issues,
    newest: result.summary.newest === null ? new Date() : new Date(result.summary.newest),
    warnings: [
      ...shown,
      ...(warningCount > shown.length ? [`and ${warningCount - shown.length} more`] : []),
    ],
  };
}
