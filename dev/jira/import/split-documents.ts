/** A stretch of JSON text and the line it begins on. */
export type Piece =
  | { readonly kind: 'value'; readonly text: string; readonly line: number }
  /** What surrounds the issues of a search page, with an empty list in their place. */
  | { readonly kind: 'envelope'; readonly text: string; readonly line: number }
  | { readonly kind: 'broken'; readonly line: number; readonly reason: string };

export interface DocumentSplitter {
  push(chunk: string): Piece[];
  end(): Piece[];
}

const MAX_DEPTH = 256;
const MAX_DOCUMENT = 64 * 1024 * 1024;

/**
 * Cuts a stream of JSON text into issues without building the whole: the elements of a top-level array, the elements of
 * `issues` in a search page, or one document after another (one a line, or not). Own code because the streaming JSON parsers
 * don't say on which line a value stands, and because a broken line must not hide the problems of the lines after it.
 */
export function createDocumentSplitter(): DocumentSplitter {
  let pieces: Piece[] = [];
  let buffer = '';
  let at = 0;
  let line = 1;
  let atLineStart = true;
  /** Open brackets, outermost first. */
  let open: string[] = [];
  /** How many of them surround the issues: 0 documents, 1 an array, 2 a search page. */
  let base = 0;
  let captureFrom = -1;
  let captureLine = 1;
  let inString = false;
  let stringFrom = 0;
  let lastString = '';
  let before = '';
  let beforeLine = 1;
  let envelope: { text: string; readonly line: number } | undefined;
  let skipping = false;
  let stopped = false;

  function broken(reason: string, atLine = line): void {
    pieces.push({ kind: 'broken', line: atLine, reason });
  }

  /** After a break only a file with one issue a line can be taken up again, at the next line. */
  function recover(oneIssueALine: boolean): void {
    stopped = !oneIssueALine;
    skipping = true;
    captureFrom = -1;
    inString = false;
    open = open.slice(0, base);
    if (base === 0) envelope = undefined;
    before = '';
  }

  function startCapture(): void {
    captureFrom = at;
    captureLine = line;
  }

  function finishCapture(): void {
    const text = buffer.slice(captureFrom, at + 1);
    if (envelope && base === 0) {
      pieces.push({ kind: 'envelope', text: envelope.text + text, line: envelope.line });
      envelope = undefined;
    } else {
      pieces.push({ kind: 'value', text, line: captureLine });
    }
    captureFrom = -1;
  }

  function openBracket(char: string): void {
    const inObject = open.at(-1) === '{';
    if (
      captureFrom >= 0 &&
      char === '{' &&
      atLineStart &&
      (!':,['.includes(before) || (inObject && before === ','))
    ) {
      broken(
        'the issue that begins here is not complete: the next one starts before it ends',
        captureLine,
      );
      recover(beforeLine === captureLine);
      if (stopped) return;
      skipping = false;
    }
    if (captureFrom < 0 && open.length === 0 && char === '[') {
      base = 1;
    } else if (
      open.length === 1 &&
      base === 0 &&
      char === '[' &&
      inObject &&
      before === ':' &&
      lastString === 'issues'
    ) {
      envelope = { text: buffer.slice(captureFrom, at + 1), line: captureLine };
      captureFrom = -1;
      base = 2;
    } else if (captureFrom < 0) {
      if (base > 0 && !'[,'.includes(before)) broken('a comma is missing before this issue');
      startCapture();
    }
    open.push(char);
    if (open.length > MAX_DEPTH) {
      broken(`more than ${MAX_DEPTH} brackets stand inside each other`);
      recover(false);
    }
  }

  function closeBracket(char: string): void {
    const partner = char === '}' ? '{' : '[';
    if (open.at(-1) !== partner) {
      broken(`"${char}" closes what was never opened`, captureFrom >= 0 ? captureLine : line);
      recover(captureFrom < 0 ? base === 0 : captureLine === line);
      return;
    }
    if (captureFrom < 0 && before === ',' && base > 0 && open.length === base)
      broken('a comma stands before the end of the list');
    open.pop();
    if (captureFrom >= 0 && open.length === base) finishCapture();
    else if (open.length < base) {
      base = 0;
      if (envelope) startCapture();
    }
  }

  function readOutside(char: string): void {
    if (char === '"' && captureFrom >= 0) {
      inString = true;
      stringFrom = at + 1;
    } else if (char === '{' || char === '[') openBracket(char);
    else if (char === '}' || char === ']') closeBracket(char);
    else if (captureFrom < 0 && (char !== ',' || base === 0 || '[,'.includes(before))) {
      broken(
        `an issue is expected here, found ${JSON.stringify(buffer.slice(at, at + 20).split('\n')[0])}`,
      );
      recover(base === 0 || atLineStart);
    }
    before = char;
    beforeLine = line;
  }

  function newLine(): void {
    if (inString) {
      broken('a text is not closed at the end of the line', captureLine);
      recover(captureLine === line);
    }
    skipping = false;
    line += 1;
    atLineStart = true;
  }

  /** Runs to the end of the text, or of the chunk. */
  function readInside(): void {
    for (; at < buffer.length; at += 1) {
      const code = buffer.charCodeAt(at);
      if (code === 92) at += 1;
      else if (code === 10) return newLine();
      else if (code === 34) {
        inString = false;
        if (open.length === 1) lastString = buffer.slice(stringFrom, Math.min(at, stringFrom + 8));
        before = '"';
        beforeLine = line;
        return;
      }
    }
    at -= 1;
  }

  function step(): void {
    if (inString) return readInside();
    const char = buffer.charAt(at);
    if (char === '\n') newLine();
    else if (char !== '\r' && char !== '\uFEFF') {
      atLineStart &&= char === '{' || char === ']';
      if (!skipping && char !== ' ' && char !== '\t') readOutside(char);
      atLineStart = false;
    }
  }

  /** Forgets what was handed out, and says so when one issue grows beyond all measure. */
  function trim(): void {
    if (captureFrom < 0) {
      at -= buffer.length;
      buffer = '';
      return;
    }
    buffer = buffer.slice(captureFrom);
    at -= captureFrom;
    stringFrom -= captureFrom;
    captureFrom = 0;
    if (buffer.length <= MAX_DOCUMENT) return;
    broken(`what begins here is larger than ${MAX_DOCUMENT / 1024 / 1024} MB`, captureLine);
    recover(false);
  }

  function take(): Piece[] {
    const taken = pieces;
    pieces = [];
    return taken;
  }

  return {
    push(chunk) {
      buffer += stopped ? '' : chunk;
      while (at < buffer.length && !stopped) {
        step();
        at += 1;
      }
      trim();
      return take();
    },
    end() {
      if (stopped) return take();
      if (captureFrom >= 0) broken('the file ends in the middle of what begins here', captureLine);
      else if (open.length > 0) broken('the file ends before the list of issues does');
      return take();
    },
  };
}
