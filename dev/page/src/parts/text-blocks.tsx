import type { Block } from '../jira/adf-text';

/** Spans rather than paragraphs: the blocks may stand inside a button that opens their editor. */
export function TextBlocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <span className="text-blocks">
      {blocks.map(({ kind, text }, index) => (
        <span key={index} data-kind={kind}>
          {text}
        </span>
      ))}
    </span>
  );
}
