import { refsIn } from '../provenance/ref';
import type { Evidence } from './signal';

/**
 * How words about an issue can name another one. A key names it; so may the id by which another tool calls a piece of evidence,
 * kept here as the evidence's own id, `desk:SUP-1`: such an id may be a key of this site, or only look like one.
 */
export type Mention = string;

const KEY_LIKE = /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9_]+-\d+(?![A-Za-z0-9])/gu;

/** What a piece of evidence may be called in words; nothing where no issue can be meant. */
export function mentionOf({ key, id }: Pick<Evidence, 'key' | 'id'>): readonly Mention[] {
  if (key !== undefined) return [key];
  return id.search(KEY_LIKE) === -1 ? [] : [fromElsewhere(id)];
}

/** Everything that some data names. */
export function mentionsIn(data: unknown): readonly Mention[] {
  return [
    ...new Set(refsIn(data).flatMap((ref) => mentionOf('key' in ref ? { id: '', ...ref } : ref))),
  ];
}

/** A key has no colon. */
export function isFromElsewhere(mention: Mention): boolean {
  return mention.includes(':');
}

/** What of a mention could be a key, as it is written. */
export function issueKeysInMention(mention: Mention): readonly string[] {
  return isFromElsewhere(mention) ? [...new Set(mention.match(KEY_LIKE) ?? [])] : [mention];
}

function fromElsewhere(id: string): Mention {
  return id.includes(':') ? id : `:${id}`;
}
