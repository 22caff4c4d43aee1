import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import type { ImportProblem } from './problem';

/** Thrown where a file can't be read as text; carries what the person is told. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  constructor(
    readonly problem: ImportProblem,
    options?: ErrorOptions,
  ) {
    super(problem.reason, options);
  }
}

export interface Source {
  /** The unpacked text. Throws `UnreadableFile` on damage. */
  readonly chunks: AsyncIterable<string>;
  /** How much of the file has been read, 0 to 1. */
  progress(): number;
}

const FOREIGN: readonly (readonly [magic: string, name: string])[] = [
  ['504b0304', 'a zip archive'],
  ['28b52ffd', 'a zstd archive'],
  ['fd377a58', 'an xz archive'],
  ['425a68', 'a bzip2 archive'],
  ['25504446', 'a PDF'],
  ['d0cf11e0', 'an old Excel workbook'],
];

/** Opens a file, unpacks it when its first bytes are gzip's, and decodes UTF-8 (or UTF-16 with a byte order mark). */
export async function openSource(path: string): Promise<Source> {
  const size = await fileSize(path);
  const head = await firstBytes(path);
  const hex = head.toString('hex');
  const foreign = FOREIGN.find(([magic]) => hex.startsWith(magic));
  if (foreign)
    throw new UnreadableFile({
      reason: `the file is ${foreign[1]}`,
      remedy: 'Unpack it first, or export as JSON or CSV',
    });
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  // A failure of either stream reaches the reader of the last one, so the callback has nothing left to do.
  const bytes = hex.startsWith('1f8b')
    ? pipeline(file, createGunzip(), new PassThrough(), () => undefined)
    : file;
  return { chunks: decode(bytes, path), progress: () => (size === 0 ? 1 : readBytes(file) / size) };
}

function readBytes(file: ReadStream): number {
  return file.bytesRead;
}

async function fileSize(path: string): Promise<number> {
  try {
    const facts = await stat(path);
    if (!facts.isFile())
      throw new UnreadableFile({
        reason: `${path} is not a file`,
        remedy: 'Name one exported file',
      });
    return facts.size;
  } catch (error) {
    throw asUnreadable(error, path);
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  try {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asUnreadable(error, path);
  }
}

async function* decode(bytes: Readable, path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let line = 1;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      const text = decodeOrSay(decoder, chunk, line);
      yield text;
      line += countLines(text);
    }
    const rest = decoder === undefined ? '' : decodeOrSay(decoder, undefined, line);
    if (rest !== '') yield rest;
  } catch (error) {
    throw asUnreadable(error, path, line);
  } finally {
    bytes.destroy();
  }
}

function decodeOrSay(decoder: TextDecoder, chunk: Buffer | undefined, line: number): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (error) {
    const before = chunk === undefined ? '' : (chunk.toString('utf8').split('\uFFFD')[0] ?? '');
    const problem = {
      line: line + countLines(before),
      reason: 'the text is not valid UTF-8',
      remedy: 'Export it again, or save it as UTF-8',
    };
    throw new UnreadableFile(problem, { cause: error });
  }
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

export function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function asUnreadable(error: unknown, path: string, line?: number): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const at = line === undefined ? {} : { line };
  if (code === 'ENOENT')
    return new UnreadableFile(
      { reason: `there is no file ${path}`, remedy: 'Check the path' },
      { cause: error },
    );
  if (code === 'EACCES')
    return new UnreadableFile(
      { reason: `${path} may not be read`, remedy: 'Change its permissions' },
      { cause: error },
    );
  if (code === 'Z_BUF_ERROR') {
    return new UnreadableFile(
      { ...at, reason: 'the gzip file is cut off', remedy: 'Copy or export it again' },
      { cause: error },
    );
  }
  if (code.startsWith('Z_'))
    return new UnreadableFile(
      { ...at, reason: 'the gzip file is damaged', remedy: 'Copy or export it again' },
      { cause: error },
    );
  throw error;
}
