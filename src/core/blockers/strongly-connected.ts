/** Groups of places that reach each other in circles; a group comes after every group that it leads to. */
export interface Components {
  /** The group of each place. */
  readonly of: Int32Array;
  /** Places by group: those of group g are `members[starts[g]]` up to `members[starts[g + 1] - 1]`. */
  readonly members: Int32Array;
  readonly starts: Int32Array;
  readonly count: number;
}

/** Edges as one list: those of place p lead to `targets[offsets[p]]` up to `targets[offsets[p + 1] - 1]`. */
export interface Edges {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

/** Tarjan's algorithm with a stack of its own, so that a chain of any length works. Linear in places and edges. */
export function componentsOf({ offsets, targets }: Edges): Components {
  const size = offsets.length - 1;
  const of = new Int32Array(size).fill(-1);
  const members = new Int32Array(size);
  const starts = new Int32Array(size + 1);
  const seenAs = new Int32Array(size);
  const lowest = new Int32Array(size);
  const next = new Int32Array(size);
  const path = new Int32Array(size);
  const open = new Int32Array(size);
  let [count, placed, seen, depth, opened] = [0, 0, 0, 0, 0];
  const enter = (place: number): void => {
    seen += 1;
    seenAs[place] = lowest[place] = seen;
    next[place] = offsets[place] ?? 0;
    path[depth++] = place;
    open[opened++] = place;
  };
  const close = (root: number): void => {
    for (let member = -1; member !== root;) {
      member = open[--opened] ?? root;
      of[member] = count;
      members[placed++] = member;
    }
    count += 1;
    starts[count] = placed;
  };
  for (let root = 0; root < size; root += 1) {
    if (seenAs[root] === 0) enter(root);
    while (depth > 0) {
      const place = path[depth - 1] ?? 0;
      const edge = next[place] ?? 0;
      if (edge < (offsets[place + 1] ?? 0)) {
        next[place] = edge + 1;
        const target = targets[edge] ?? 0;
        if (seenAs[target] === 0) enter(target);
        else if (of[target] === -1)
          lowest[place] = Math.min(lowest[place] ?? 0, seenAs[target] ?? 0);
        continue;
      }
      depth -= 1;
      if (lowest[place] === seenAs[place]) close(place);
      const before = path[depth - 1];
      if (depth > 0 && before !== undefined)
        lowest[before] = Math.min(lowest[before] ?? 0, lowest[place] ?? 0);
    }
  }
  return { of, members, starts, count };
}
