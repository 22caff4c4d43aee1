import type { Block } from '../core/post-mortem/document';
import { adfOf } from './document';

/**
 * Characters that Jira takes in a comment. It says so without saying whether it counts the words or the document around them:
 * the document is the longer of the two. https://support.atlassian.com/jira/kb/the-entered-text-is-too-long-error-in-jira/
 */
export const MOST_CHARACTERS = 32_767;

export function fits(blocks: readonly Block[]): boolean {
  return JSON.stringify(adfOf(blocks)).length <= MOST_CHARACTERS;
}

/** As much of the text as Jira takes, from the beginning, with a last paragraph that says so where something is missing. */
export function cutToFit(blocks: readonly Block[], notice: string): readonly Block[] {
  if (fits(blocks)) return blocks;
  const ending: Block = { kind: 'text', text: notice };
  const kept: Block[] = [];
  for (const block of blocks) {
    if (fits([...kept, block, ending])) kept.push(block);
    else {
      const part = longestPart(block, (shorter) => fits([...kept, shorter, ending]));
      return part === null ? [...kept, ending] : [...kept, part, ending];
    }
  }
  return [...kept, ending];
}

/** Null where nothing of it fits. */
function longestPart(block: Block, isShort: (part: Block) => boolean): Block | null {
  if (block.kind === 'heading') return null;
  const whole = block.kind === 'text' ? [...block.text] : block.items;
  const part = (length: number): Block =>
    block.kind === 'text'
      ? { ...block, text: `${[...block.text].slice(0, length).join('')}…` }
      : { ...block, items: block.items.slice(0, length) };
  let [most, tooMany] = [0, whole.length];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (isShort(part(middle))) most = middle;
    else tooMany = middle;
  }
  if (most > 0) return part(most);
  const first = block.kind === 'list' ? block.items[0] : undefined;
  return first === undefined ? null : longestPart({ kind: 'text', text: first }, isShort);
}
