const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over code points, 32 bits: 0 up to 2³² − 1. Tells texts apart, and hides nothing. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string): number {
  let hash = OFFSET;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), PRIME);
  return hash >>> 0;
}
