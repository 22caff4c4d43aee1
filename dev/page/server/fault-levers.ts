import { z } from 'zod';
import type { DeliveryFaults } from '../../forge/product-events';
import type { FaultPlan } from '../../jira/faults';
import type { Faults } from '../wire';

const everyNth = z.number().int().min(0).max(10_000);
const milliseconds = z
  .number()
  .int()
  .min(0)
  .max(10 * 60_000);

export const faultsShape = z.strictObject({
  limitEvery: everyNth,
  failEvery: everyNth,
  dropEvery: everyNth,
  latencyMs: milliseconds,
  duplicate: z.boolean(),
  shuffle: z.boolean(),
  askConsent: z.boolean(),
  eventDelayMs: milliseconds,
  queryLagMs: milliseconds,
  searchLagMs: milliseconds,
}) satisfies z.ZodType<Faults>;

export const noFaults: Faults = {
  limitEvery: 0,
  failEvery: 0,
  dropEvery: 0,
  latencyMs: 0,
  duplicate: false,
  shuffle: false,
  askConsent: false,
  eventDelayMs: 0,
  queryLagMs: 0,
  searchLagMs: 0,
};

/** What the app meets when it asks Jira. */
export function jiraFaults({ limitEvery, failEvery, dropEvery, latencyMs }: Faults): FaultPlan {
  return {
    faults: [
      ...(latencyMs > 0 ? [{ effect: { kind: 'latency', ms: latencyMs } } as const] : []),
      ...(limitEvery > 0
        ? [
            {
              every: limitEvery,
              effect: {
                kind: 'status',
                status: 429,
                retryAfterSeconds: 1,
                reason: 'jira-burst-based',
              },
            } as const,
          ]
        : []),
      ...(failEvery > 0
        ? [{ every: failEvery, effect: { kind: 'status', status: 500 } } as const]
        : []),
      ...(dropEvery > 0
        ? [{ every: dropEvery, effect: { kind: 'drop', when: 'before' } } as const]
        : []),
    ],
  };
}

export const deliveryFaults = ({
  duplicate,
  shuffle,
  eventDelayMs,
  queryLagMs,
}: Faults): DeliveryFaults => ({
  duplicate,
  eventDelayMs,
  queryLagMs,
  ...(shuffle ? { shuffle: 1 } : {}),
});
