import type { HealthView } from '../contract/health';
import { viewHealth } from '../usecases/health/view-health';
import { scopeAsk } from './jobs';
import type { Surroundings } from './resolver';

/** `health.view` */
export async function answerHealthView(
  payload: unknown,
  { viewer, world, now }: Surroundings,
): Promise<HealthView> {
  const { drained, reconciled, failures, evidence, waiting, quota } = await viewHealth(
    scopeAsk.parse(payload).project,
    viewer,
    world,
    now,
  );
  return {
    events: {
      lastTakenUp: drained?.at ?? null,
      issues: drained?.issues ?? 0,
      lagSeconds: drained?.lag ?? 0,
      waiting: waiting.issues,
      waitingSeconds: waiting.seconds,
    },
    quota,
    ledger: {
      reconciledAt: reconciled?.at ?? null,
      looked: reconciled?.looked ?? 0,
      drift: reconciled?.repaired ?? 0,
    },
    evidence,
    failures,
  };
}
