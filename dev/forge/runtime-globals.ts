import { AsyncLocalStorage } from 'node:async_hooks';
import { EgressRefused, guardSockets } from './egress-guard';
import { hostTimers, type InvocationTimers } from './app-timers';

/** Where a package sends a request: the first argument of `__forge_fetch__`. */
export interface ForgeTarget {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
  readonly contextAri?: string;
}

/** What the globals of the Forge runtime need from the invocation that asks. */
export interface RunningInvocation {
  /** The value of `__forge_runtime__`. */
  readonly runtime: object;
  readonly fetch: (target: ForgeTarget, path: string, init?: RequestInit) => Promise<unknown>;
  readonly now: () => number;
  /** The app's timers when time is virtual. */
  readonly timers: InvocationTimers | undefined;
}

const SLOT = Symbol.for('ballast.dev.forge.invocations');
const slots = globalThis as { [SLOT]?: AsyncLocalStorage<RunningInvocation> };

/**
 * Runs `work` so that everything it starts sees `invocation` behind the platform's globals. Several hosts in one process
 * stay apart, because each invocation brings its own.
 */
export function runInside<T>(invocation: RunningInvocation, work: () => T): T {
  return installed().run(invocation, work);
}

function installed(): AsyncLocalStorage<RunningInvocation> {
  const existing = slots[SLOT];
  if (existing) return existing;
  const invocations = new AsyncLocalStorage<RunningInvocation>();
  slots[SLOT] = invocations;
  installRuntime(invocations);
  installDate(invocations);
  installTimers(invocations);
  installFetch(invocations);
  return invocations;
}

function installRuntime(invocations: AsyncLocalStorage<RunningInvocation>): void {
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => invocations.getStore()?.runtime,
  });
  Object.assign(globalThis, {
    __forge_fetch__: async (target: ForgeTarget, path: string, init?: RequestInit) => {
      const invocation = invocations.getStore();
      if (!invocation) throw new Error(`A Forge call (${path}) was made outside any invocation.`);
      return await invocation.fetch(target, path, init);
    },
  });
}

/** Only "now" differs; the prototype is shared, so that dates made before or outside are still instances. */
function installDate(invocations: AsyncLocalStorage<RunningInvocation>): void {
  const RealDate = globalThis.Date;
  const now = (): number => invocations.getStore()?.now() ?? RealDate.now();
  const HostDate = function (...args: unknown[]): unknown {
    const made: unknown = new.target;
    if (typeof made !== 'function') return new RealDate(now()).toString();
    return Reflect.construct(
      RealDate,
      args.length === 0 ? [now()] : args,
      made === HostDate ? RealDate : made,
    );
  };
  Object.defineProperty(HostDate, 'name', { value: 'Date' });
  Object.assign(HostDate, { now, parse: RealDate.parse, UTC: RealDate.UTC });
  HostDate.prototype = RealDate.prototype;
  globalThis.Date = HostDate as unknown as DateConstructor;
}

function installTimers(invocations: AsyncLocalStorage<RunningInvocation>): void {
  Object.assign(
    globalThis,
    hostTimers(globalThis, () => invocations.getStore()?.timers),
  );
}

/** The app has no egress; outside invocations `fetch` stays what it was. */
function installFetch(invocations: AsyncLocalStorage<RunningInvocation>): void {
  const realFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (!invocations.getStore()) return await realFetch(input, init);
    const address = input instanceof Request ? input.url : String(input);
    throw new EgressRefused(address);
  };
  guardSockets(() => invocations.getStore() !== undefined);
}
