import { basename } from 'node:path';
import { asItStood } from './jira/import/as-it-stood';
import { importFile } from './jira/import/import-file';
import { describeProblem } from './jira/import/problem';
import type { SiteSnapshot } from './jira/snapshot';
import type { TeamDecisions } from './sample/team-decisions';
import { UsageProblem, type StartOptions } from './start-options';

export interface Backlog {
  readonly snapshot: SiteSnapshot;
  readonly siteName: string;
  /** Key of the project whose issues a person sees first; null for those of all projects. */
  readonly home: string | null;
  /** The site's time at the start, in milliseconds since the epoch. */
  readonly asOf: number;
  /** What people decided in Ballast already; null where nobody has. */
  readonly team: TeamDecisions | null;
}

/** The bundled sample, or the file that was named. Throws `UsageProblem` with every listed fault of the file and its line. */
export async function readBacklog({
  importFile: path,
  asOf,
  undecided,
}: Pick<StartOptions, 'importFile' | 'asOf' | 'undecided'>): Promise<Backlog> {
  if (path === null) {
    const { SAMPLE_AS_OF, sampleSnapshot } = await import('./sample/sample');
    const { teamDecisions } = await import('./sample/team-decisions');
    return {
      snapshot: sampleSnapshot(),
      siteName: 'Quayline',
      home: 'QUAY',
      asOf: asOf ?? Date.parse(SAMPLE_AS_OF),
      team: undecided ? null : teamDecisions,
    };
  }
  const result = await importFile(
    path,
    asOf === null ? {} : { asOf: new Date(asOf).toISOString() },
  );
  if (result.ok) {
    const snapshot = asOf === null ? result.snapshot : asItStood(result.snapshot, asOf).snapshot;
    return { snapshot, siteName: basename(path), home: null, asOf: asOf ?? Date.now(), team: null };
  }
  const lines = result.problems.map((problem) => `  ${describeProblem(problem)}`);
  const more = result.problemCount - result.problems.length;
  throw new UsageProblem(
    [
      `${path} cannot be imported:`,
      ...lines,
      ...(more > 0 ? [`  and ${String(more)} more`] : []),
    ].join('\n'),
  );
}
