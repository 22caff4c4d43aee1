import { z } from 'zod';
import type { World } from '../usecases/ports/world';
import {
  receiveEvidence,
  type DeliveryOutcome,
  type Receiving,
} from '../usecases/evidence/receive-webhook';

const request = z.looseObject({
  method: z.string().default(''),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().nullish(),
});

/** Door of the web trigger *evidence*: names which of the manifest's answers the sender gets. */
export async function onEvidence(
  event: unknown,
  receiving: Receiving,
  world: World,
  now: Date,
): Promise<{ readonly outputKey: DeliveryOutcome }> {
  const { method, headers, body } = request.parse(event);
  const header = (name: string): string | null =>
    Object.entries(headers)
      .find(([given]) => given.toLowerCase() === name)?.[1]
      .join(',') ?? null;
  const delivery = { method, header, body: body ?? '' };
  return { outputKey: await receiveEvidence(delivery, receiving, world, now) };
}
