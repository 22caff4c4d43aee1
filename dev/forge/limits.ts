/**
 * What the platform refuses, as numbers. † marks a number that Atlassian's pages or others report and that we could not
 * read from the packages' own code. Sources: developer.atlassian.com/platform/forge/limits-async-events, limits-kvs-ce,
 * limits-invocation, storage-reference/entities-batch.
 */
export interface Limits {
  /** Bytes of a payload sent from the UI to a resolver. */
  readonly invokePayloadBytes: number;
  /** Bytes of a resolver's answer. */
  readonly invokeAnswerBytes: number;
  readonly resolverSeconds: number;
  readonly validatorSeconds: number;
  readonly triggerSeconds: number;
  readonly webTriggerSeconds: number;
  readonly actionSeconds: number;
  /** For consumers and scheduled triggers whose function names no `timeoutSeconds`. */
  readonly longRunningDefaultSeconds: number;
  readonly longRunningMaxSeconds: number;
  readonly memoryMb: number;
  readonly scheduledTriggers: number;

  readonly kvsValueBytes: number;
  readonly kvsValueDepth: number;
  readonly kvsKeyCharacters: number;
  /** Keys in one batch or transaction. */
  readonly kvsBatchKeys: number;
  readonly kvsBatchBytes: number;
  readonly kvsPageDefault: number;
  readonly kvsPageMax: number;
  /** A request counts as one unit for every begun piece of this many bytes. */
  readonly kvsUnitBytes: number;
  readonly kvsReadUnitsPerMinute: number;
  readonly kvsWriteUnitsPerMinute: number;
  /** Held where calls take time: a virtual clock without latency has everything happen in no time. */
  readonly kvsRequestsPerSecond: number;
  readonly entityIndexes: number;

  /** Bytes of a product event: a bigger one is not delivered. */
  readonly productEventBytes: number;
  readonly queueEventsPerPush: number;
  readonly queueEventsPerMinute: number;
  readonly queuePushBytes: number;
  /** Bytes of one event whose consumer may run longer than `queueLongEventAboveSeconds`. */
  readonly queueLongEventBytes: number;
  readonly queueLongEventAboveSeconds: number;
  readonly queueDelaySeconds: number;
  readonly retries: number;
  readonly retryAfterSeconds: number;
  readonly retryDataBytes: number;
  /** Milliseconds after its push in which an event may be retried. */
  readonly retryWindowMs: number;
  /** Push requests that may descend from one invocation that no queue caused. */
  readonly cyclicPushes: number;
  /** Deliveries (events of queues, product events) that run at the same time. */
  readonly concurrentDeliveries: number;
}

const KB = 1024;
const MINUTE_MS = 60_000;

export const platformLimits: Limits = {
  invokePayloadBytes: 500 * KB,
  invokeAnswerBytes: 5 * KB * KB,
  resolverSeconds: 25,
  validatorSeconds: 25,
  triggerSeconds: 25, // † product triggers
  webTriggerSeconds: 55, // †
  actionSeconds: 55, // †
  longRunningDefaultSeconds: 55,
  longRunningMaxSeconds: 900,
  memoryMb: 512,
  scheduledTriggers: 5, // †

  kvsValueBytes: 240 * KB, // †
  kvsValueDepth: 31, // † one page says 32, the page of limits 31
  kvsKeyCharacters: 500,
  kvsBatchKeys: 25, // †
  kvsBatchBytes: 4 * KB * KB, // †
  kvsPageDefault: 10, // †
  kvsPageMax: 100,
  kvsUnitBytes: 10 * KB,
  kvsReadUnitsPerMinute: 4_000,
  kvsWriteUnitsPerMinute: 4_000,
  kvsRequestsPerSecond: 1_000,
  entityIndexes: 7,

  productEventBytes: 200 * KB,
  queueEventsPerPush: 50,
  queueEventsPerMinute: 500,
  queuePushBytes: 200 * KB,
  queueLongEventBytes: 100 * KB,
  queueLongEventAboveSeconds: 55,
  queueDelaySeconds: 900,
  retries: 4, // †
  retryAfterSeconds: 900, // †
  retryDataBytes: 4 * KB,
  retryWindowMs: 24 * 60 * MINUTE_MS, // †
  cyclicPushes: 1_000,
  concurrentDeliveries: 10, // †
};
