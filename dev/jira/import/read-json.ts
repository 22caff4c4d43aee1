import type { DateOrder } from './dates';
import type { ImportSink } from './import-sink';
import { type DocumentContent, issuesIn } from './issues-in';
import { parseIssue } from './parse-issue';
import { createDocumentSplitter, type Piece } from './split-documents';
import { countLines } from './source';

const MEND_LINE = 'Mend or remove it, or export again';

/** Reads issues from JSON in any of the forms that Jira and its users write. Faults go to the sink; reading goes on. */
export async function readJson(
  chunks: AsyncIterable<string>,
  sink: ImportSink,
  order?: DateOrder,
): Promise<void> {
  const splitter = createDocumentSplitter();
  let issues = 0;
  let search: DocumentContent['search'];
  const read = (pieces: readonly Piece[]) => {
    for (const piece of pieces) {
      const content = readPiece(piece, sink, order);
      issues += piece.kind === 'envelope' ? 0 : (content?.issues.length ?? 0);
      search = content?.search ?? search;
    }
  };
  for await (const chunk of chunks) read(splitter.push(chunk));
  read(splitter.end());
  if (search?.total !== undefined && search.total > issues)
    sink.warning({
      reason: `the search found ${search.total} issues, the file has ${issues}: pages are missing`,
    });
  else if (search?.more === true)
    sink.warning({ reason: 'the last page says that more follow: pages are missing' });
}

function readPiece(
  piece: Piece,
  sink: ImportSink,
  order: DateOrder | undefined,
): DocumentContent | undefined {
  if (piece.kind === 'broken') {
    sink.problem({ line: piece.line, reason: piece.reason, remedy: MEND_LINE });
    return undefined;
  }
  const document = parseText(piece, sink);
  if (document === undefined) return undefined;
  const content = issuesIn(document);
  sink.nameFields(content.names);
  for (const issue of piece.kind === 'envelope' ? [] : content.issues) {
    const reading = parseIssue(issue, order);
    if (reading.ok) sink.issue(reading.parsed, piece.line);
    else
      for (const reason of reading.reasons)
        sink.problem({
          line: piece.line,
          ...(reading.key ? { key: reading.key } : {}),
          reason,
          remedy: reading.remedy,
        });
  }
  return content;
}

function parseText(
  { text, line }: { readonly text: string; readonly line: number },
  sink: ImportSink,
): unknown {
  try {
    const document: unknown = JSON.parse(text);
    if (!text.includes('\\u0000')) return document;
    const cleaned = withoutNul(document);
    sink.warning({ line, reason: 'NUL characters are removed from its texts' });
    return cleaned;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    sink.problem({ ...placeOf(error, text, line), remedy: MEND_LINE });
    return undefined;
  }
}

function placeOf(error: SyntaxError, text: string, line: number): { line: number; reason: string } {
  const position = Number(/position (\d+)/.exec(error.message)?.[1] ?? 0);
  const detail = error.message
    .replace(/ in JSON at position.*$/s, '')
    .replace(/, (\.\.\.)?".*$/s, '');
  const nul = text.charCodeAt(position) === 0 ? 'a raw NUL character' : undefined;
  return {
    line: line + countLines(text.slice(0, position)),
    reason: `this is not valid JSON: ${nul ?? (detail || 'it breaks off')}`,
  };
}

function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (Array.isArray(value)) return value.map(withoutNul);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.replaceAll('\0', ''), withoutNul(inner)]),
  );
}
