/** Counts what is pending or running, so that somebody can wait for there to be nothing. */
export interface WorkUnderWay {
  /** Begins one piece of work; the returned function ends it. */
  begin(): () => void;
  count(): number;
  /** Resolves as soon as nothing is under way. */
  none(): Promise<void>;
}

export function workUnderWay(): WorkUnderWay {
  let count = 0;
  let waiters: (() => void)[] = [];
  return {
    begin() {
      count += 1;
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        count -= 1;
        if (count > 0) return;
        const woken = waiters;
        waiters = [];
        for (const wake of woken) wake();
      };
    },
    count: () => count,
    async none() {
      while (count > 0) await new Promise<void>((resolve) => waiters.push(resolve));
    },
  };
}
