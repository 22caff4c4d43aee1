import type { ParsedIssue } from './parsed-issue';
import type { ImportProblem, ImportWarning } from './problem';

/** Where the readers of the formats put what they find. */
export interface ImportSink {
  issue(parsed: ParsedIssue, line: number): void;
  nameFields(names: Readonly<Record<string, string>>): void;
  problem(problem: ImportProblem): void;
  warning(warning: ImportWarning): void;
}
