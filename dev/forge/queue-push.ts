import { z } from 'zod';
import type { Clock } from '../clock';
import type { Limits } from './limits';
import type { ConsumerModule, FunctionModule } from './manifest';
import { jsonAnswer, type Answer } from './forge-response';
import type { Caller } from './invoker';

/** The body @forge/events 3 posts to `/webhook/queue/publish/…`. */
const pushRequest = z.object({
  queueName: z.string(),
  jobId: z.string(),
  payload: z.array(
    z.object({
      body: z.record(z.string(), z.unknown()),
      delayInSeconds: z.number().optional(),
      concurrency: z.object({ key: z.string(), limit: z.number().int().min(1) }).optional(),
    }),
  ),
});

export type PushRequest = z.infer<typeof pushRequest>;

/** Either what to deliver, or the answer that refuses it. */
export type PushJudgement =
  | { readonly kind: 'accepted'; readonly request: PushRequest; readonly consumer: ConsumerModule }
  | { readonly kind: 'refused'; readonly answer: Answer };

const MINUTE_MS = 60_000;
const refused = (answer: Answer): PushJudgement => ({ kind: 'refused', answer });

/** Holds pushes against the platform's limits. */
export function pushJudge(
  limits: Limits,
  clock: Clock,
  consumers: ReadonlyMap<string, ConsumerModule>,
  functions: ReadonlyMap<string, FunctionModule>,
): (body: string, caller: Caller) => PushJudgement {
  let minute = -1;
  let pushed = 0;

  const overTheMinute = (events: number): boolean => {
    const current = Math.floor(clock.now() / MINUTE_MS);
    if (current !== minute) pushed = 0;
    minute = current;
    if (pushed + events > limits.queueEventsPerMinute) return true;
    pushed += events;
    return false;
  };

  return (body, caller) => {
    const parsed = pushRequest.safeParse(JSON.parse(body));
    if (!parsed.success)
      return refused(jsonAnswer(400, { message: z.prettifyError(parsed.error) }));
    const request = parsed.data;
    const consumer = consumers.get(request.queueName);
    if (!consumer)
      return refused(
        jsonAnswer(400, {
          message: `No consumer in manifest.yml reads the queue ${request.queueName}`,
        }),
      );
    const tooBig = sizeProblem(
      request,
      functions.get(consumer.function)?.timeoutSeconds ?? limits.longRunningDefaultSeconds,
      limits,
    );
    if (tooBig !== undefined) return refused(jsonAnswer(413, { errorMessage: tooBig }));
    const shape = shapeProblem(request, limits);
    if (shape !== undefined) return refused(jsonAnswer(400, { message: shape }));
    if (caller.chain.pushes >= limits.cyclicPushes)
      return refused(
        jsonAnswer(405, { message: 'The limit on cyclic invocation has been reached.' }),
      );
    if (overTheMinute(request.payload.length))
      return refused(
        jsonAnswer(429, { message: `${limits.queueEventsPerMinute} events a minute` }),
      );
    caller.chain.pushes += 1;
    return { kind: 'accepted', request, consumer };
  };
}

function sizeProblem(
  { payload }: PushRequest,
  timeoutSeconds: number,
  limits: Limits,
): string | undefined {
  const sizes = payload.map((event) => Buffer.byteLength(JSON.stringify(event)));
  if (sizes.reduce((sum, size) => sum + size, 0) > limits.queuePushBytes) {
    return `The push is larger than ${limits.queuePushBytes / 1024} KB.`;
  }
  const longRunning = timeoutSeconds > limits.queueLongEventAboveSeconds;
  if (longRunning && sizes.some((size) => size > limits.queueLongEventBytes)) {
    return `An event is larger than ${limits.queueLongEventBytes / 1024} KB, for a consumer that may run ${timeoutSeconds} s.`;
  }
  return undefined;
}

function shapeProblem({ payload }: PushRequest, limits: Limits): string | undefined {
  if (payload.length === 0 || payload.length > limits.queueEventsPerPush) {
    return `${payload.length} events in one push; 1 to ${limits.queueEventsPerPush} are allowed.`;
  }
  const late = payload.find(
    ({ delayInSeconds = 0 }) => delayInSeconds < 0 || delayInSeconds > limits.queueDelaySeconds,
  );
  return (
    late &&
    `delayInSeconds is ${String(late.delayInSeconds)}; 0 to ${limits.queueDelaySeconds} are allowed.`
  );
}
