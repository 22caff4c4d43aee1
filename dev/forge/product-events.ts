import type { HostClock } from '../clock';
import type { ProductEvent } from '../jira/protocol';
import type { Deliveries } from './deliveries';
import type { Invoke } from './invoker';
import type { Limits } from './limits';
import type { Manifest, TriggerModule } from './manifest';
import { askedRetry, mayRetry } from './retries';

/** How deliveries misbehave on request. */
export interface DeliveryFaults {
  /** Everything is delivered twice. */
  readonly duplicate?: boolean;
  /** Seed of the order in which deliveries that are due leave, and of how late each product event is. */
  readonly shuffle?: number;
  /** Milliseconds that product events are late; up to so many when shuffled. */
  readonly eventDelayMs?: number;
  /** What finds its concurrency key in use comes back later and later, up to a quarter of an hour, instead of standing in line. */
  readonly turnsAway?: boolean;
  /** Milliseconds that queries of the storage lag behind writes. */
  readonly queryLagMs?: number;
}

export interface ProductEvents {
  /** Takes an event of the product to the triggers that listen to it. */
  receive(event: ProductEvent): void;
  counts(): ProductEventCounts;
}

export interface ProductEventCounts {
  readonly received: number;
  /** Dropped because the app itself had caused them. */
  readonly ignored: number;
  /** Dropped because they are larger than the platform sends. */
  readonly tooLarge: number;
  readonly delayed: number;
  readonly waiting: number;
  readonly running: number;
  /** Deliveries made, retries and duplicates included. */
  readonly delivered: number;
}

interface ProductEventParts {
  readonly manifest: Manifest;
  readonly limits: Limits;
  readonly clock: HostClock;
  readonly outgoing: Deliveries;
  readonly invoke: Invoke;
  readonly faults: () => DeliveryFaults;
  readonly draw: () => (() => number) | undefined;
}

interface TriggeredEvent {
  readonly trigger: TriggerModule;
  readonly event: object;
  readonly firstAt: number;
  readonly retryCount: number;
}

export function productEvents({
  manifest,
  limits,
  clock,
  outgoing,
  invoke,
  faults,
  draw,
}: ProductEventParts): ProductEvents {
  let received = 0;
  let ignored = 0;
  let tooLarge = 0;
  let delivered = 0;

  const send = (triggered: TriggeredEvent, delayMs: number): void => {
    outgoing.accept({ deliver: async () => await deliver(triggered) }, delayMs);
  };

  const deliver = async ({
    trigger,
    event,
    firstAt,
    retryCount,
  }: TriggeredEvent): Promise<void> => {
    const ending = await invoke({
      door: 'trigger',
      moduleKey: trigger.key,
      moduleType: 'trigger',
      functionKey: trigger.function,
      event,
      accountId: null,
      timeoutSeconds: limits.triggerSeconds,
    });
    delivered += 1;
    const retry = askedRetry(ending, limits);
    if (!retry || !mayRetry(retry, retryCount, firstAt, clock.now(), limits)) return;
    const retryContext = {
      retryCount: retryCount + 1,
      retryReason: retry.reason,
      retryData: retry.data,
    };
    send(
      { trigger, event: { ...event, retryContext }, firstAt, retryCount: retryCount + 1 },
      retry.afterMs,
    );
  };

  const lateness = (): number => {
    const { eventDelayMs = 0 } = faults();
    const random = draw();
    return random ? Math.floor(random() * eventDelayMs) : eventDelayMs;
  };

  return {
    receive({ name, payload, selfGenerated }) {
      for (const trigger of manifest.triggers) {
        if (!trigger.events.includes(name)) continue;
        received += 1;
        if (trigger.filter?.ignoreSelf && selfGenerated) {
          ignored += 1;
          continue;
        }
        // Copied now: what the product does to the issue later must not show in what it said about it before.
        const text = JSON.stringify({ ...payload, eventType: name, selfGenerated });
        if (Buffer.byteLength(text) > limits.productEventBytes) {
          tooLarge += 1;
          continue;
        }
        const event = JSON.parse(text) as object;
        const triggered: TriggeredEvent = { trigger, event, firstAt: clock.now(), retryCount: 0 };
        send(triggered, lateness());
        if (faults().duplicate) send(triggered, lateness());
      }
    },
    counts: () => {
      const { delayed, ready, running } = outgoing.counts();
      return { received, ignored, tooLarge, delayed, waiting: ready, running, delivered };
    },
  };
}
