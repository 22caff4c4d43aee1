import type { SiteSnapshot } from '../snapshot';
import type { DateOrder } from './dates';
import { createGathering, type SnapshotCounts } from './gather-snapshot';
import type { ImportSink } from './import-sink';
import { cappedLog, type ImportProblem, type ImportWarning } from './problem';
import { readCsv } from './read-csv';
import { readJson } from './read-json';
import { openSource, UnreadableFile } from './source';

export interface ImportOptions {
  /** Given as creation date to issues whose export has no date at all; the newest date of the file when absent. */
  readonly asOf?: string;
  /** For CSV exports whose dates are numbers only (`05/12/2017`). Without it a date that could mean two days is refused. */
  readonly dateOrder?: DateOrder;
  /** How many problems and warnings are listed; all are counted. 100 when absent. */
  readonly listed?: number;
  /** Called now and then with the part of the file read so far, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface ImportSummary extends SnapshotCounts {
  readonly format: 'json' | 'csv';
  readonly warnings: readonly ImportWarning[];
  /** May exceed the listed ones. */
  readonly warningCount: number;
}

export type ImportResult =
  | { readonly ok: true; readonly snapshot: SiteSnapshot; readonly summary: ImportSummary }
  | {
      readonly ok: false;
      readonly problems: readonly ImportProblem[];
      /** May exceed the listed ones. */ readonly problemCount: number;
    };

/**
 * Reads an exported backlog: Jira REST JSON of version 2 or 3 (a list, a search page, one issue a line, or one document after
 * another) or Jira's CSV, gzipped or not. All or nothing: with any problem there is no snapshot. The
 * snapshot's issues are handed over: they can be iterated once.
 */
export async function importFile(path: string, options: ImportOptions = {}): Promise<ImportResult> {
  const problems = cappedLog<ImportProblem>(options.listed ?? 100);
  const warnings = cappedLog<ImportWarning>(options.listed ?? 100);
  const gathering = createGathering();
  let taken = 0;
  const sink: ImportSink = {
    issue(parsed, line) {
      const { key } = parsed.issue;
      for (const reason of parsed.warnings) warnings.add({ line, key, reason });
      const duplicate = gathering.add(parsed, line);
      if (duplicate)
        problems.add({
          line,
          key,
          reason: `the key stands on line ${duplicate.firstLine} already`,
          remedy: 'Remove one of the two',
        });
      else taken += 1;
    },
    nameFields: (names) => gathering.nameFields(names),
    problem: (problem) => problems.add(problem),
    warning: (warning) => warnings.add(warning),
  };
  const format = await readInto(sink, path, options);
  if (format !== undefined && problems.count === 0 && taken === 0) {
    problems.add({
      reason: 'there are no issues in the file',
      remedy: 'Check the query that the export was made with',
    });
  }
  if (format === undefined || problems.count > 0)
    return { ok: false, problems: problems.entries, problemCount: problems.count };
  const { snapshot, counts } = gathering.finish({ asOf: options.asOf, csv: format === 'csv' });
  return {
    ok: true,
    snapshot,
    summary: { ...counts, format, warnings: warnings.entries, warningCount: warnings.count },
  };
}

/** The format it found, or undefined when the file is none that could be read (the sink knows why). */
async function readInto(
  sink: ImportSink,
  path: string,
  options: ImportOptions,
): Promise<ImportSummary['format'] | undefined> {
  try {
    const source = await openSource(path);
    const chunks = reporting(source.chunks, () => options.onProgress?.(source.progress()))[
      Symbol.asyncIterator
    ]();
    const { head, rest } = await readHead(chunks);
    const first = head.trimStart().charAt(0);
    const refusal = whyNotText(first, head);
    if (refusal) {
      await chunks.return(undefined);
      sink.problem(refusal);
      return undefined;
    }
    const isJson = first === '{' || first === '[';
    await (isJson
      ? readJson(rest, sink, options.dateOrder)
      : readCsv(rest, sink, options.dateOrder));
    return isJson ? 'json' : 'csv';
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    sink.problem(error.problem);
    return undefined;
  }
}

function whyNotText(first: string, head: string): ImportProblem | undefined {
  if (first === '') return { reason: 'the file is empty', remedy: 'Export again' };
  if (first !== '<') return undefined;
  const line = head.slice(0, head.indexOf('<')).split('\n').length;
  return /<html|<!doctype html/i.test(head.slice(0, 4096))
    ? {
        line,
        reason: 'this is an HTML page, not an export',
        remedy: 'Often a login page: log in, then save the answer of the REST API again',
      }
    : { line, reason: 'this is XML', remedy: 'Export as JSON or CSV instead' };
}

/** Reads until something other than white space comes, so that the format can be told. */
async function readHead(
  chunks: AsyncIterator<string>,
): Promise<{ readonly head: string; readonly rest: AsyncIterable<string> }> {
  let head = '';
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    head += next.value;
    if (head.trim() !== '') break;
  }
  async function* rest(): AsyncGenerator<string> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  return { head, rest: rest() };
}

async function* reporting(
  chunks: AsyncIterable<string>,
  report: () => void,
): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    report();
    yield chunk;
  }
}
