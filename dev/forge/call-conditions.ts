import type { HostClock } from '../clock';
import type { ForgeTarget } from './runtime-globals';

/** How long calls take on a virtual clock, in milliseconds: half of it passes before the work is done and half after. */
export interface Latency {
  readonly storageMs: number;
  readonly jiraMs: number;
  readonly queueMs: number;
}

/** Kills invocations in the middle: asked before each call of the app, it says at which end of that call the process dies. */
export type Interruption = (functionKey: string, target: ForgeTarget) => 'before' | 'after' | null;

export const NO_LATENCY: Latency = { storageMs: 0, jiraMs: 0, queueMs: 0 };

/** Waits half of what a call to this target takes. */
export async function halfWay(
  target: ForgeTarget,
  latency: Latency,
  clock: HostClock,
): Promise<void> {
  const ms =
    target.type === 'kvs'
      ? latency.storageMs
      : target.remote === 'jira'
        ? latency.jiraMs
        : latency.queueMs;
  if (ms > 0) await clock.sleep(ms / 2);
}
