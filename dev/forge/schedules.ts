import type { HostClock } from '../clock';
import type { Ending, Invoke } from './invoker';
import type { Limits } from './limits';
import type { Manifest, ScheduledModule } from './manifest';

const INTERVAL_MS: Readonly<Record<ScheduledModule['interval'], number>> = {
  fiveMinute: 5 * 60_000,
  hour: 60 * 60_000,
  day: 24 * 60 * 60_000,
  week: 7 * 24 * 60 * 60_000,
};
/** † A scheduled trigger first runs about five minutes after the app is deployed. */
const FIRST_RUN_MS = 5 * 60_000;

export interface Schedules {
  /** Runs one scheduled trigger now. */
  run(key: string): Promise<Ending>;
  /** Runs all of them at their intervals from now on. Returns what stops it. */
  start(): () => void;
}

export function schedules({
  manifest,
  limits,
  clock,
  invoke,
}: {
  manifest: Manifest;
  limits: Limits;
  clock: HostClock;
  invoke: Invoke;
}): Schedules {
  const run = async (key: string): Promise<Ending> => {
    const module = manifest.schedules.find((each) => each.key === key);
    if (!module) throw new Error(`manifest.yml declares no scheduled trigger ${key}.`);
    return await invoke({
      door: 'schedule',
      moduleKey: key,
      moduleType: 'scheduledTrigger',
      functionKey: module.function,
      event: { context: { moduleKey: key }, contextToken: 'dev-host' },
      accountId: null,
      timeoutSeconds:
        manifest.functions.get(module.function)?.timeoutSeconds ?? limits.longRunningDefaultSeconds,
    });
  };
  return {
    run,
    start() {
      const cancels = new Map<string, () => void>();
      const arm = (module: ScheduledModule, at: number): void => {
        const ring = (): void => {
          arm(module, at + INTERVAL_MS[module.interval]);
          void run(module.key);
        };
        cancels.set(module.key, clock.schedule(at, 'background', ring));
      };
      for (const module of manifest.schedules) arm(module, clock.now() + FIRST_RUN_MS);
      return () => {
        for (const cancel of cancels.values()) cancel();
      };
    },
  };
}
