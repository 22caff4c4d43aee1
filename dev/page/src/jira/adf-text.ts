/** A run of text that a person reads as one block. Links and mentions keep their words only: nothing from a document is markup here. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'code' | 'quote';
  readonly text: string;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const childrenOf = (node: Node): readonly Node[] =>
  Array.isArray(node['content']) ? node['content'].filter(isNode) : [];

const leafKinds: Readonly<Record<string, Block['kind']>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  codeBlock: 'code',
};

/** Atlassian Document Format, or plain text, as blocks of text. Nodes it does not know give the text inside them. */
export function blocksOf(document: unknown): readonly Block[] {
  if (typeof document === 'string') return fromLines(document);
  if (!isNode(document)) return [];
  return blocksOfNode(document, 'paragraph');
}

export const textOf = (document: unknown): string =>
  blocksOf(document)
    .map(({ text }) => text)
    .join('\n\n');

/** What people type, as a document: an empty line parts paragraphs, a single line break stays one. */
export function documentOf(text: string): Node {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { type: 'doc', version: 1, content: paragraphs.map(paragraphOf) };
}

function paragraphOf(text: string): Node {
  const content = text
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
  return { type: 'paragraph', content };
}

function fromLines(text: string): readonly Block[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: part.trim() }));
}

function blocksOfNode(node: Node, inherited: Block['kind']): readonly Block[] {
  const type = String(node['type']);
  const leaf = leafKinds[type];
  if (leaf !== undefined) {
    const text = inlineText(node).trim();
    return text === '' ? [] : [{ kind: leaf === 'paragraph' ? inherited : leaf, text }];
  }
  const passedOn =
    type === 'listItem' || type === 'taskItem'
      ? 'item'
      : type === 'blockquote'
        ? 'quote'
        : inherited;
  const children = childrenOf(node);
  if (children.length > 0 && children.every(isInline)) {
    const text = inlineText(node).trim();
    return text === '' ? [] : [{ kind: passedOn, text }];
  }
  return children.flatMap((child) => blocksOfNode(child, passedOn));
}

const inlineTypes = new Set([
  'text',
  'hardBreak',
  'mention',
  'emoji',
  'inlineCard',
  'date',
  'status',
]);
const isInline = (node: Node): boolean => inlineTypes.has(String(node['type']));

function inlineText(node: Node): string {
  if (typeof node['text'] === 'string') return node['text'];
  if (node['type'] === 'hardBreak') return '\n';
  const attributes = isNode(node['attrs']) ? node['attrs'] : {};
  const words = attributes['text'] ?? attributes['shortName'] ?? attributes['url'];
  if (typeof words === 'string') return words;
  return childrenOf(node).map(inlineText).join('');
}
