import { AsyncResource } from 'node:async_hooks';
import type { HostClock } from '../clock';

/** The timers of one invocation on a virtual clock. */
export interface InvocationTimers {
  start(ring: () => void, ms: number, repeat: boolean): VirtualTimeout;
  /** Silences everything that is still set: a frozen process rings no timers. */
  stopAll(): void;
}

/** Stands where Node's `Timeout` would. */
export interface VirtualTimeout {
  stop(): void;
  ref(): VirtualTimeout;
  unref(): VirtualTimeout;
  hasRef(): boolean;
}

const stops = new WeakMap<object, () => void>();

export function invocationTimers(clock: HostClock): InvocationTimers {
  const live = new Set<() => void>();
  return {
    start(ring, ms, repeat) {
      const bound = AsyncResource.bind(ring);
      const wait = Math.max(1, ms || 1);
      let cancel = (): void => undefined;
      const arm = (): void => {
        cancel = clock.schedule(clock.now() + wait, 'sleep', () => {
          if (repeat) arm();
          else live.delete(stop);
          bound();
        });
      };
      const stop = (): void => {
        cancel();
        live.delete(stop);
      };
      live.add(stop);
      arm();
      const timeout: VirtualTimeout = {
        stop,
        ref: () => timeout,
        unref: () => timeout,
        hasRef: () => true,
      };
      stops.set(timeout, stop);
      return timeout;
    },
    stopAll() {
      for (const stop of [...live]) stop();
    },
  };
}

type Timers = Pick<
  typeof globalThis,
  'setTimeout' | 'clearTimeout' | 'setInterval' | 'clearInterval'
>;

/** Global timer functions that serve an invocation from its own timers and everybody else from `real`. */
export function hostTimers(
  real: Timers,
  timersOfInvocation: () => InvocationTimers | undefined,
): Record<keyof Timers, unknown> {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = real;
  const starter =
    (original: typeof setTimeout | typeof setInterval, repeat: boolean) =>
    (ring: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): unknown => {
      const timers = timersOfInvocation();
      return timers ? timers.start(() => ring(...args), ms, repeat) : original(ring, ms, ...args);
    };
  const stopper =
    (original: typeof clearTimeout) =>
    (timeout: unknown): void => {
      const stop = typeof timeout === 'object' && timeout !== null ? stops.get(timeout) : undefined;
      if (stop) stop();
      else original(timeout as NodeJS.Timeout);
    };
  return {
    setTimeout: starter(setTimeout, false),
    setInterval: starter(setInterval, true),
    clearTimeout: stopper(clearTimeout),
    clearInterval: stopper(clearInterval),
  };
}
