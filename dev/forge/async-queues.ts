import { z } from 'zod';
import type { HostClock } from '../clock';
import type { Deliveries } from './deliveries';
import { jsonAnswer, type Answer } from './forge-response';
import type { Caller, Chain, Invoke } from './invoker';
import { jobs } from './jobs';
import type { Limits } from './limits';
import type { ConsumerModule, Manifest } from './manifest';
import { pushJudge, type PushRequest } from './queue-push';
import { askedRetry, mayRetry, platformRetry, type Retry } from './retries';

export interface QueueCounts {
  /** Pushed or retried, and not yet due. */
  readonly delayed: number;
  /** Due, waiting for room. */
  readonly waiting: number;
  readonly running: number;
  /** Of all three: those that are not delivered for the first time. */
  readonly retrying: number;
  readonly delivered: number;
  /** Given up after the last retry. */
  readonly lost: number;
}

export interface AsyncQueues {
  /** Answers @forge/events' requests to `/webhook/queue/{publish,stats,cancel}/…`. */
  answer(path: string, body: string, caller: Caller): Answer;
  counts(): Readonly<Record<string, QueueCounts>>;
}

interface QueuedEvent {
  readonly consumer: ConsumerModule;
  readonly jobId: string;
  readonly eventId: string;
  readonly sent: PushRequest['payload'][number];
  readonly chain: Chain;
  readonly firstAt: number;
  readonly retryCount: number;
  readonly retry: Retry | undefined;
  /** A second delivery of the same event, which counts in no job. */
  readonly duplicate: boolean;
}

interface QueueParts {
  readonly manifest: Manifest;
  readonly limits: Limits;
  readonly clock: HostClock;
  readonly outgoing: Deliveries;
  readonly invoke: Invoke;
  readonly duplicate: () => boolean;
}

const jobRequest = z.object({ queueName: z.string(), jobId: z.string() });

/** The async events of the app: at least once, in no promised order. */
export function asyncQueues({
  manifest,
  limits,
  clock,
  outgoing,
  invoke,
  duplicate,
}: QueueParts): AsyncQueues {
  const consumers = new Map(manifest.consumers.map((each) => [each.queue, each]));
  const judge = pushJudge(limits, clock, consumers, manifest.functions);
  const open = jobs();
  const tally = new Map(
    [...consumers.keys()].map((queue) => [
      queue,
      { delayed: 0, waiting: 0, running: 0, retrying: 0, delivered: 0, lost: 0 },
    ]),
  );
  let eventIds = 0;

  const count = (event: QueuedEvent): Record<keyof QueueCounts, number> => {
    const counts = tally.get(event.consumer.queue);
    if (!counts) throw new Error(`No queue ${event.consumer.queue}`);
    return counts;
  };

  const send = (event: QueuedEvent, delayMs: number): void => {
    const counts = count(event);
    const retried = event.retryCount > 0 ? 1 : 0;
    counts.delayed += 1;
    counts.retrying += retried;
    const { concurrency } = event.sent;
    outgoing.accept(
      {
        concurrency: concurrency && {
          ...concurrency,
          key: `${event.consumer.queue} ${concurrency.key}`,
        },
        due: () => {
          counts.delayed -= 1;
          counts.waiting += 1;
        },
        deliver: async () => {
          counts.waiting -= 1;
          counts.running += 1;
          await deliver(event).finally(() => {
            counts.running -= 1;
            counts.retrying -= retried;
          });
        },
      },
      delayMs,
    );
  };

  const deliver = async (event: QueuedEvent): Promise<void> => {
    const { consumer, jobId } = event;
    if (open.isCancelled(consumer.queue, jobId)) return;
    const ending = await invoke({
      door: 'consumer',
      moduleKey: consumer.key,
      moduleType: 'consumer',
      functionKey: consumer.function,
      event: asyncEvent(event, clock.now(), limits),
      accountId: null,
      timeoutSeconds:
        manifest.functions.get(consumer.function)?.timeoutSeconds ??
        limits.longRunningDefaultSeconds,
      chain: event.chain,
    });
    const counts = count(event);
    counts.delivered += 1;
    const retry = askedRetry(ending, limits) ?? platformRetry(ending, event.retryCount);
    if (retry && mayRetry(retry, event.retryCount, event.firstAt, clock.now(), limits)) {
      send({ ...event, retryCount: event.retryCount + 1, retry }, retry.afterMs);
      return;
    }
    if (retry) counts.lost += 1;
    if (!event.duplicate) open.settle(consumer.queue, jobId, retry ? 'failed' : 'success');
  };

  const push = (body: string, caller: Caller): Answer => {
    const judged = judge(body, caller);
    if (judged.kind === 'refused') return judged.answer;
    const { request, consumer } = judged;
    caller.meter.queuePushes += request.payload.length;
    open.open(consumer.queue, request.jobId, request.payload.length);
    for (const sent of request.payload) {
      const event: QueuedEvent = {
        consumer,
        jobId: request.jobId,
        eventId: `event-${(eventIds += 1)}`,
        sent,
        chain: caller.chain,
        firstAt: clock.now(),
        retryCount: 0,
        retry: undefined,
        duplicate: false,
      };
      const delayMs = (sent.delayInSeconds ?? 0) * 1000;
      send(event, delayMs);
      if (duplicate()) send({ ...event, duplicate: true }, delayMs);
    }
    return { status: 201, body: '' };
  };

  const answerJob = (path: string, body: string): Answer => {
    const { queueName, jobId } = jobRequest.parse(JSON.parse(body));
    const stats = open.stats(queueName, jobId);
    if (!stats) return jsonAnswer(404, { message: `no job ${jobId} on ${queueName}` });
    if (path.startsWith('/webhook/queue/stats/')) return jsonAnswer(200, stats);
    open.cancel(queueName, jobId);
    return { status: 204, body: '' };
  };

  return {
    answer(path, body, caller) {
      if (path.startsWith('/webhook/queue/publish/')) return push(body, caller);
      if (/^\/webhook\/queue\/(?:stats|cancel)\//.test(path)) return answerJob(path, body);
      throw new Error(`The queue API ${path} is not modelled.`);
    },
    counts: () => Object.fromEntries([...tally].map(([queue, counts]) => [queue, { ...counts }])),
  };
}

/** The consumer's first argument (`AsyncEvent` of @forge/events). */
function asyncEvent(event: QueuedEvent, now: number, limits: Limits): object {
  return {
    ...event.sent,
    queueName: event.consumer.queue,
    jobId: event.jobId,
    eventId: event.eventId,
    ...(event.retry && {
      retryContext: {
        retryCount: event.retryCount,
        retryReason: event.retry.reason,
        retryData: event.retry.data,
        retentionWindow: {
          startTime: new Date(event.firstAt).toISOString(),
          remainingTimeMs: Math.max(0, event.firstAt + limits.retryWindowMs - now),
        },
      },
    }),
  };
}
