/** One kind of trouble to make. Without `every` and `chance` it strikes each request that it fits. */
export interface Fault {
  /** Every n-th fitting request, from 1. */
  readonly every?: number;
  /** 0–1, drawn from the plan's seed. */
  readonly chance?: number;
  readonly method?: string;
  /** A part of the path, such as `/search/jql`. */
  readonly path?: string;
  /** Strikes this many times and then no more. */
  readonly times?: number;
  readonly effect:
    | {
        readonly kind: 'status';
        readonly status: number;
        readonly retryAfterSeconds?: number;
        readonly reason?: string;
      }
    /** The connection breaks before the work is done, or after it with the answer lost. */
    | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
    | { readonly kind: 'latency'; readonly ms: number };
}

export interface FaultPlan {
  readonly seed?: number;
  readonly faults: readonly Fault[];
  /** Also strike requests of people; otherwise only those of the app. */
  readonly everybody?: boolean;
}

export interface FaultControl {
  readonly plan: FaultPlan;
  /** How often each fault of the plan has struck, by its place in the plan. */
  readonly struck: readonly number[];
  set(plan: FaultPlan): void;
  clear(): void;
  /** The effects that strike this request. */
  strike(method: string, path: string, counted: boolean): readonly Fault['effect'][];
}

/** The connection broke: there is no answer. */
export class ConnectionDropped extends Error {
  constructor(method: string, path: string) {
    super(`The connection was dropped during ${method} ${path}, as the fault plan asks.`);
    this.name = 'ConnectionDropped';
  }
}

const NONE: FaultPlan = { faults: [] };

export function createFaults(): FaultControl {
  let plan = NONE;
  let random = randomFrom(1);
  let seen: number[] = [];
  let struck: number[] = [];
  const set = (next: FaultPlan) => {
    plan = next;
    random = randomFrom(next.seed ?? 1);
    seen = next.faults.map(() => 0);
    struck = next.faults.map(() => 0);
  };
  return {
    get plan() {
      return plan;
    },
    get struck() {
      return struck;
    },
    set,
    clear: () => {
      set(NONE);
    },
    strike(method, path, counted) {
      if (!counted && plan.everybody !== true) return [];
      return plan.faults.flatMap((fault, at) => {
        if (
          (fault.method !== undefined && fault.method !== method) ||
          !path.includes(fault.path ?? '') ||
          (struck[at] ?? 0) >= (fault.times ?? Infinity)
        )
          return [];
        seen[at] = (seen[at] ?? 0) + 1;
        if (fault.every !== undefined && (seen[at] ?? 0) % fault.every !== 0) return [];
        if (fault.chance !== undefined && random() >= fault.chance) return [];
        struck[at] = (struck[at] ?? 0) + 1;
        return [fault.effect];
      });
    },
  };
}

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
