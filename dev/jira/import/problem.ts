/** Something in the file that makes the whole import impossible. */
export interface ImportProblem {
  /** 1-based line of the (unpacked) file; absent where the file as a whole is meant. */
  readonly line?: number;
  readonly key?: string;
  readonly reason: string;
  /** What the person can do about it. */
  readonly remedy: string;
}

/** Something that was mended or left out while the import went on. */
export interface ImportWarning {
  readonly line?: number;
  readonly key?: string;
  readonly reason: string;
}

/** Keeps the first `limit` entries and counts the rest, so that a file of rubbish doesn't fill the memory. */
export interface CappedLog<Entry> {
  readonly entries: readonly Entry[];
  readonly count: number;
  add(entry: Entry): void;
}

export function cappedLog<Entry>(limit: number): CappedLog<Entry> {
  const entries: Entry[] = [];
  let count = 0;
  return {
    entries,
    get count() {
      return count;
    },
    add(entry) {
      count += 1;
      if (entries.length < limit) entries.push(entry);
    },
  };
}

export function describeProblem(problem: ImportProblem): string {
  const where = [
    problem.line === undefined ? [] : [`line ${problem.line}`],
    problem.key === undefined ? [] : [problem.key],
  ].flat();
  return `${where.length > 0 ? `${where.join(', ')}: ` : ''}${problem.reason}. ${problem.remedy}`;
}
