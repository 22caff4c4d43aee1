/**
 * The order of a merged list by names: who alone moved items decides; where both did, `choose` does. What only the other side
 * has comes after whatever it came after there.
 */
export function mergedOrder(
  orders: Sides<readonly string[]>,
  choose: (sides: Sides<readonly string[]>) => unknown,
): readonly string[] {
  const { base, mine, theirs } = orders;
  const common = base.filter((name) => mine.includes(name) && theirs.includes(name));
  const of = (list: readonly string[]): string =>
    JSON.stringify(list.filter((name) => common.includes(name)));
  const both = of(mine) !== of(base) && of(theirs) !== of(base) && of(mine) !== of(theirs);
  const theirsLeads = both
    ? choose(orders) === theirs
    : of(mine) === of(base) && of(theirs) !== of(base);
  return theirsLeads ? woven(theirs, mine) : woven(mine, theirs);
}

function woven(first: readonly string[], second: readonly string[]): readonly string[] {
  const order = [...first];
  second.forEach((name, at) => {
    if (order.includes(name)) return;
    const before = second.slice(0, at).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
  });
  return order;
}

/** What three sides say of one place; `undefined`: nothing. */
export interface Sides<T = unknown> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}
