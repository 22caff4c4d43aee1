/** Ids from which one of these can be reached: what they inherit is only known once those are. */
export function waitingFor(
  ends: ReadonlySet<string>,
  links: ReadonlyMap<string, { readonly blocks: readonly string[]; readonly open: boolean }>,
): ReadonlySet<string> {
  const found = new Set(ends);
  if (ends.size === 0) return found;
  const blockersOf = new Map<string, string[]>();
  for (const [id, { blocks, open }] of links) {
    // A closed issue waits for nobody.
    for (const blocked of open ? blocks : []) {
      const known = blockersOf.get(blocked);
      if (known === undefined) blockersOf.set(blocked, [id]);
      else known.push(id);
    }
  }
  const toFollow = [...ends];
  for (let id = toFollow.pop(); id !== undefined; id = toFollow.pop()) {
    for (const blocker of blockersOf.get(id) ?? []) {
      if (found.has(blocker)) continue;
      found.add(blocker);
      toFollow.push(blocker);
    }
  }
  return found;
}
