import type { Block } from '../core/post-mortem/document';

/** Atlassian Document Format. */
export type Adf = Readonly<Record<string, unknown>>;

/** https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export function adfOf(blocks: readonly Block[]): Adf {
  return { type: 'doc', version: 1, content: blocks.map(nodeOf) };
}

/** The words of a document in reading order; of an unknown node those inside it. Plain text stays as it is. */
export function wordsOf(document: unknown): string {
  if (typeof document === 'string') return document;
  if (typeof document !== 'object' || document === null) return '';
  if ('text' in document && typeof document.text === 'string') return document.text;
  if ('type' in document && document.type === 'hardBreak') return ' ';
  const parts =
    'content' in document && Array.isArray(document.content) ? document.content.map(wordsOf) : [];
  const inline =
    'type' in document && (document.type === 'paragraph' || document.type === 'heading');
  return parts.join(inline ? '' : ' ');
}

function nodeOf(block: Block): Adf {
  if (block.kind === 'heading')
    return { type: 'heading', attrs: { level: 3 }, content: textNodes(block.text) };
  if (block.kind === 'text') return paragraph(block.text);
  return {
    type: 'bulletList',
    content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
  };
}

function paragraph(text: string): Adf {
  return { type: 'paragraph', content: textNodes(text) };
}

/** Jira refuses a text node without text. */
function textNodes(text: string): Adf[] {
  // eslint-disable-next-line no-control-regex -- Jira refuses control characters in a document
  const clean = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '');
  return clean === '' ? [] : [{ type: 'text', text: clean }];
}
