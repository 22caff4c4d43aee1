import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MB = 1024 * 1024;

function heapMb(): number {
  const { used_heap_size: used, external_memory: external } = getHeapStatistics();
  return (used + external) / MB;
}

let collector: (() => void) | undefined;

/** Collects garbage, so that what looks like growth is growth. */
function collectGarbage(): void {
  if (!collector) {
    setFlagsFromString('--expose-gc');
    collector = runInNewContext('gc') as () => void;
  }
  collector();
}

export interface HeapMeter {
  /** Looks again; true when the heap has really grown by more than the limit since the meter was made. */
  exceeds(limitMb: number): boolean;
  growthMb(): number;
}

/** Measures how far the heap grows from here on. Garbage that is there now and collected later hides as much growth. */
export function heapMeter(): HeapMeter {
  const before = heapMb();
  let growth = 0;
  return {
    exceeds(limitMb) {
      let grown = heapMb() - before;
      if (grown > limitMb) {
        collectGarbage();
        grown = heapMb() - before;
      }
      growth = Math.max(growth, grown);
      return grown > limitMb;
    },
    growthMb: () => Math.round(growth * 10) / 10,
  };
}
