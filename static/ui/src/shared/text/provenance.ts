import type { ScoreView } from '../../../../../src/contract/score';

type Provenance = ScoreView['lines'][number]['from'][number];

/** A source's text cut around its issue key, so that exactly the key becomes the link. */
export interface Cut {
  readonly before: string;
  readonly key: string | null;
  readonly after: string;
}

/** A key that the text does not name is put in front of it. */
export function cutAroundKey({ text, key }: Provenance): Cut {
  if (key === undefined || key === '') return { before: '', key: null, after: text };
  const at = text.indexOf(key);
  if (at < 0) return { before: '', key, after: text === '' ? '' : ` ${text}` };
  return { before: text.slice(0, at), key, after: text.slice(at + key.length) };
}
