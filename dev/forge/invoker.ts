import type { HostClock } from '../clock';
import { invocationTimers } from './app-timers';
import { halfWay, type Interruption, type Latency } from './call-conditions';
import { ForgeResponse, type Answer } from './forge-response';
import { heapMeter } from './heap-meter';
import { forgeRuntime, invocationContext, type Installation } from './installation';
import type { Door, Outcome, WritableInvocationLog } from './invocation-log';
import type { Limits } from './limits';
import type { FunctionModule } from './manifest';
import { runInside, type ForgeTarget } from './runtime-globals';
import type { WorkUnderWay } from './work-under-way';

/** Push requests that descend from one invocation that no queue caused. */
export interface Chain {
  pushes: number;
}

export interface InvocationOrder {
  readonly door: Door;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly functionKey: string;
  /** The handler's first argument; copied. */
  readonly event: unknown;
  readonly accountId: string | null;
  readonly timeoutSeconds: number;
  readonly chain?: Chain;
}

/** What one invocation uses up, counted while it runs. */
export interface Meter {
  jiraCalls: number;
  points: number;
  kvsReads: number;
  kvsWrites: number;
  queuePushes: number;
  standInMs: number;
}

/** The invocation as the parts of the host see it when it calls them. */
export interface Caller {
  readonly accountId: string | null;
  readonly meter: Meter;
  readonly chain: Chain;
}

export type Ending =
  | { readonly kind: 'answered'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'timed out'; readonly error: Error };

export type Dispatch = (
  target: ForgeTarget,
  path: string,
  init: RequestInit | undefined,
  caller: Caller,
) => Answer | Promise<Answer>;
export type Invoke = (order: InvocationOrder) => Promise<Ending>;

/** The platform's error when an invocation needs more memory than its function has. */
export class OutOfMemory extends Error {}

export interface InvokerParts {
  readonly clock: HostClock;
  readonly limits: Limits;
  readonly functions: ReadonlyMap<string, FunctionModule>;
  readonly handlers: ReadonlyMap<string, (...args: unknown[]) => unknown>;
  readonly installation: Installation;
  readonly dispatch: Dispatch;
  readonly log: WritableInvocationLog;
  readonly work: WorkUnderWay;
  readonly latency: Latency;
  readonly interruption: () => Interruption | null;
}

/** A new one each time: waiting on a shared one would keep every waiter for ever. */
const never = (): Promise<never> => new Promise(() => undefined);

const copied = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);

const isRetryRequest = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && '_retry' in value && value._retry === true;

/** Runs functions of the app: each in its own runtime, for no longer than it may take, recorded when it ends. */
export function invoker(parts: InvokerParts): Invoke {
  const { clock, limits, functions, handlers, installation, log, work } = parts;
  let running = 0;

  return async (order) => {
    const declared = functions.get(order.functionKey);
    const handler = handlers.get(order.functionKey);
    if (!declared || !handler)
      throw new Error(`manifest.yml declares no function ${order.functionKey}.`);

    const id = log.nextId();
    const started = clock.now();
    const realStart = performance.now();
    const deadline = started + order.timeoutSeconds * 1000;
    const heap = heapMeter();
    const meter: Meter = {
      jiraCalls: 0,
      points: 0,
      kvsReads: 0,
      kvsWrites: 0,
      queuePushes: 0,
      standInMs: 0,
    };
    const caller: Caller = {
      accountId: order.accountId,
      meter,
      chain: order.chain ?? { pushes: 0 },
    };
    let kill = (_: Ending): void => undefined;
    const killed = new Promise<Ending>((resolve) => (kill = resolve));
    const fits = (): boolean => {
      const tooMuch = heap.exceeds(limits.memoryMb * running);
      if (tooMuch)
        kill({
          kind: 'failed',
          error: new OutOfMemory(`${order.functionKey} needs more than ${limits.memoryMb} MB.`),
        });
      return !tooMuch;
    };
    const die = (): void =>
      kill({
        kind: 'timed out',
        error: new Error(`${order.functionKey} was killed, as the test asks.`),
      });
    const calls = callsOf(order.functionKey, parts, caller, fits, die);
    const timers = clock.virtual ? invocationTimers(clock) : undefined;
    const runtime = forgeRuntime(installation, {
      ...order,
      id,
      remainingMs: () => Math.max(0, deadline - clock.now()),
    });
    const event = copied(order.event);
    const context = invocationContext(installation, order.moduleKey, order.accountId);

    const endWork = work.begin();
    running += 1;
    const ending = await firstOf(
      clock,
      deadline,
      runInside({ runtime, fetch: calls.fetch, now: () => clock.now(), timers }, async () => {
        const answer = copied(await handler(event, context));
        return fits() ? answer : await never();
      }),
      killed,
      `${order.functionKey} did not answer within ${order.timeoutSeconds} s.`,
    );
    calls.end(ending.kind);
    timers?.stopAll();
    running -= 1;
    const { standInMs, ...counted } = meter;
    log.append(
      {
        ...counted,
        id,
        door: order.door,
        moduleKey: order.moduleKey,
        functionKey: order.functionKey,
        handler: declared.handler,
        started,
        durationMs: performance.now() - realStart,
        clockMs: clock.now() - started,
        heapGrowthMb: heap.growthMb(),
        outcome: outcomeOf(order.door, ending),
        error: ending.kind === 'answered' ? null : `${ending.error.name}: ${ending.error.message}`,
      },
      standInMs,
    );
    endWork();
    return ending;
  };
}

/** The calls of one invocation to the platform. */
function callsOf(
  functionKey: string,
  { dispatch, clock, latency, interruption }: InvokerParts,
  caller: Caller,
  fits: () => boolean,
  die: () => void,
) {
  let state = 'running' as 'running' | Ending['kind'];
  const isDead = (): boolean => state === 'timed out';
  return {
    end: (kind: Ending['kind']): void => {
      state = kind;
    },
    async fetch(target: ForgeTarget, path: string, init?: RequestInit): Promise<ForgeResponse> {
      if (isDead()) return await never(); // a killed process goes no further
      if (state !== 'running')
        throw new Error(
          `${functionKey} called ${path} after it had ended: something was not awaited.`,
        );
      const end = interruption()?.(functionKey, target) ?? null;
      await halfWay(target, latency, clock);
      if (end === 'before') {
        die();
        return await never();
      }
      if (isDead()) return await never(); // killed while it waited
      const before = performance.now();
      const pending = dispatch(target, path, init, caller);
      caller.meter.standInMs += performance.now() - before;
      const answer = await pending;
      await halfWay(target, latency, clock);
      if (end === 'after') die();
      if (end === 'after' || isDead()) return await never();
      return fits() ? new ForgeResponse(answer) : await never();
    },
  };
}

/** The handler's own ending, or being killed, or running out of time. */
async function firstOf(
  clock: HostClock,
  deadline: number,
  handled: Promise<unknown>,
  killed: Promise<Ending>,
  lateMessage: string,
): Promise<Ending> {
  let cancelDeadline = (): void => undefined;
  const late = new Promise<Ending>((resolve) => {
    cancelDeadline = clock.schedule(deadline, 'deadline', () =>
      resolve({ kind: 'timed out', error: new Error(lateMessage) }),
    );
  });
  const ended = handled.then(
    (value): Ending => ({ kind: 'answered', value }),
    (error: unknown): Ending => ({
      kind: 'failed',
      error: error instanceof Error ? error : new Error(String(error)),
    }),
  );
  const ending = await Promise.race([ended, killed, late]);
  cancelDeadline();
  return ending;
}

function outcomeOf(door: Door, ending: Ending): Outcome {
  if (ending.kind !== 'answered') return ending.kind;
  return (door === 'consumer' || door === 'trigger') && isRetryRequest(ending.value)
    ? 'retry asked'
    : 'ok';
}
