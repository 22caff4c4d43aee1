import type { Source } from './source';

/** At most so many of a line's sources and the number of those after them; what tells of others beside these stays last. */
export function firstSources(from: readonly Source[], most: number): readonly Source[] {
  const further = from.filter(tellsOfOthers);
  const named = from.filter((source) => !tellsOfOthers(source) && source.kind !== 'more');
  const before = from.reduce((sum, one) => sum + (one.kind === 'more' ? one.count : 0), 0);
  const count = Math.max(0, named.length - most) + before;
  return [
    ...named.slice(0, most),
    ...(count > 0 ? [{ kind: 'more', count } as const] : []),
    ...further,
  ];
}

function tellsOfOthers({ kind }: Source): boolean {
  return kind === 'leftOut' || kind === 'summedUp';
}
