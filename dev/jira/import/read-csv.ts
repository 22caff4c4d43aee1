import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { type CsvColumn, type CustomIds, looksLikeHeader, readHeader } from './csv-header';
import { issueOfRow, type SprintNumbers } from './csv-issue';
import type { DateOrder } from './dates';
import type { ImportSink } from './import-sink';
import { parseIssue } from './parse-issue';
import type { ImportProblem } from './problem';
import { countLines } from './source';

const MAX_RECORD = 16 * 1024 * 1024;
const cellsOf = z.array(z.string());

/** Reads the issues of a Jira CSV export. Lines are those on which a row begins; a row may span several. */
export async function readCsv(
  chunks: AsyncIterable<string>,
  sink: ImportSink,
  order?: DateOrder,
): Promise<void> {
  const text = chunks[Symbol.asyncIterator]();
  const first = await text.next();
  const head = first.done === true ? '' : first.value;
  const sprints: SprintNumbers = new Map();
  const customs: CustomIds = new Map();
  const state: { columns: readonly CsvColumn[] | undefined; refused: boolean; lastLine: number } = {
    columns: undefined,
    refused: false,
    lastLine: 0,
  };

  function take(row: unknown, { lines }: { readonly lines: number }): void {
    const cells = cellsOf.parse(row);
    state.lastLine = lines;
    if (state.columns && !looksLikeHeader(cells))
      readRow(state.columns, cells, lines - newLinesIn(cells), sprints, sink, order);
    else if (!state.refused) state.columns = acceptHeader(cells, customs, sink);
    state.refused = state.columns === undefined;
  }

  try {
    await pipeline(
      withHead(head, text, sink),
      parse({
        // Rows are read while they are parsed, not out of the parser's buffer, which a later fault would throw away.
        delimiter: delimiterOf(head),
        relax_column_count: true,
        skip_empty_lines: true,
        max_record_size: MAX_RECORD,
        on_record: (row, context) => {
          take(row, context);
          return null;
        },
      }),
      new Writable({ objectMode: true, write: (_row, _encoding, done) => done() }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (!state.refused) sink.problem(explain(error, state.lastLine + 1));
  }
  if (sprints.size > 0)
    sink.warning({
      reason: 'CSV does not say which sprints are running: those with open issues are taken to be',
    });
}

function newLinesIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + countLines(cell), 0);
}

function acceptHeader(
  titles: readonly string[],
  customs: CustomIds,
  sink: ImportSink,
): readonly CsvColumn[] | undefined {
  const columns = readHeader(titles, customs);
  if (!columns.some((column) => column.kind === 'single' && column.field === 'key')) {
    sink.problem({
      line: 1,
      reason:
        titles.length > 1
          ? 'this CSV has no column "Issue key"'
          : 'this is neither JSON nor a Jira CSV export',
      remedy: "Export from Jira's issue search as CSV (all fields), or as JSON from the REST API",
    });
    return undefined;
  }
  sink.nameFields(
    Object.fromEntries(
      columns.flatMap((column) =>
        column.kind === 'custom' ? [[column.id, column.name] as const] : [],
      ),
    ),
  );
  return columns;
}

function readRow(
  columns: readonly CsvColumn[],
  record: readonly string[],
  line: number,
  sprints: SprintNumbers,
  sink: ImportSink,
  order: DateOrder | undefined,
): void {
  if (record.length !== columns.length) {
    sink.problem({
      line,
      reason: `the row has ${record.length} cells and the header ${columns.length} columns`,
      remedy: 'Put texts with a delimiter in quotes, or export again',
    });
    return;
  }
  const reading = parseIssue(issueOfRow(columns, record, sprints, order), order);
  if (reading.ok) sink.issue(reading.parsed, line);
  else
    for (const reason of reading.reasons)
      sink.problem({
        line,
        ...(reading.key ? { key: reading.key } : {}),
        reason,
        remedy: 'Mend or remove the row',
      });
}

function explain(error: CsvError, line: number): ImportProblem {
  const remedy = 'Export again, and do not edit the file by hand';
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return { line, reason: 'a quote that opens in this row is never closed', remedy };
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return {
      line,
      reason: `the row that begins here is larger than ${MAX_RECORD / 1024 / 1024} MB: a quote is probably not closed`,
      remedy,
    };
  return { line, reason: error.message.split(',')[0] ?? 'the row cannot be read', remedy };
}

/** Exports use commas; spreadsheets of many countries save with semicolons or tabs. */
function delimiterOf(head: string): string {
  const header = head.slice(0, head.search(/[\r\n]|$/));
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) =>
    count(delimiter) > count(best) ? delimiter : best,
  );
}

async function* withHead(
  head: string,
  rest: AsyncIterator<string>,
  sink: ImportSink,
): AsyncGenerator<string> {
  let line = 1;
  const clean = (text: string) => {
    const nul = text.indexOf('\0');
    if (nul >= 0)
      sink.warning({
        line: line + countLines(text.slice(0, nul)),
        reason: 'NUL characters are removed',
      });
    line += countLines(text);
    return nul >= 0 ? text.replaceAll('\0', '') : text;
  };
  yield clean(head);
  for await (const chunk of { [Symbol.asyncIterator]: () => rest }) yield clean(chunk);
}
