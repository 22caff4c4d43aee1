import type { SnapshotText } from '../snapshot';
import type { StoredText } from './issue';

interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly (AdfNode | null)[];
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** Nodes after which reading text starts a new line. */
const BLOCKS = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'listItem',
  'tableRow',
  'rule',
  'blockquote',
  'panel',
]);

export function storeText(text: SnapshotText | undefined): StoredText {
  if (text === null || text === undefined || text === '') return null;
  return typeof text === 'string' ? text : { adf: JSON.stringify(text) };
}

/** What API version 3 shows: an ADF document. Wiki text becomes paragraphs, its markup left as it was written. */
export function toAdf(text: StoredText): unknown {
  if (text === null) return null;
  if (typeof text !== 'string') return JSON.parse(text.adf) as unknown;
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '');
  return { type: 'doc', version: 1, content: paragraphs.map(paragraph) };
}

/** What API version 2 shows, and what searches read. */
export function toPlain(text: StoredText): string {
  if (text === null) return '';
  return typeof text === 'string' ? text : plainOf(JSON.parse(text.adf) as AdfNode).trimEnd();
}

/** True for something that Jira would accept as a document. */
export function isAdf(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'doc' &&
    'version' in value &&
    value.version === 1 &&
    'content' in value &&
    Array.isArray(value.content)
  );
}

function paragraph(text: string): AdfNode {
  const lines = text.split('\n').filter((line) => line !== '');
  const content = lines.flatMap((line, at): AdfNode[] => [
    ...(at > 0 ? [{ type: 'hardBreak' }] : []),
    { type: 'text', text: line },
  ]);
  return { type: 'paragraph', content };
}

/** What was taken in without being checked, as an import's documents are, must not stop a search over all of them. */
function plainOf(node: AdfNode | null): string {
  if (typeof node !== 'object' || node === null) return '';
  if (node.type === 'text') return typeof node.text === 'string' ? node.text : '';
  if (node.type === 'hardBreak') return '\n';
  const label = node.attrs?.['text'];
  const own = typeof label === 'string' ? label : '';
  const inner = (Array.isArray(node.content) ? node.content : []).map(plainOf).join('');
  return own + inner + (BLOCKS.has(node.type) ? '\n' : '');
}
