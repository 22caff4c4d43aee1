import type { HostClock } from '../clock';
import type { JiraSite } from '../jira/protocol';
import { accountReports, type Accounts } from './account-reports';
import { asyncQueues, type QueueCounts } from './async-queues';
import { answerBridge, type ResolverCall, type Surface } from './bridge';
import { NO_LATENCY, type Interruption, type Latency } from './call-conditions';
import { consents as newConsents, type Consents } from './consents';
import { deliveries } from './deliveries';
import { handlersOf } from './handlers';
import { installation } from './installation';
import { invocationLog, type Door, type InvocationLog } from './invocation-log';
import { invoker, type Ending } from './invoker';
import { kvsDoor } from './kvs/door';
import { readingsOfRun, type StorageReadings } from './kvs/readings';
import { kvsView, type KvsCounts, type KvsEntry } from './kvs/view';
import { platformLimits, type Limits } from './limits';
import { readManifest, type InvokedModule } from './manifest';
import { productEvents, type DeliveryFaults, type ProductEventCounts } from './product-events';
import { randomFrom } from './random';
import { realtimeChannels, type Subscription } from './realtime';
import { askResolver, valueOf } from './resolver-calls';
import { schedules } from './schedules';
import { dispatcher } from './dispatcher';
import {
  answerWebTrigger,
  webTriggerUrls,
  type WebTriggerAnswer,
  type WebTriggerRequest,
} from './web-triggers';
import { workUnderWay } from './work-under-way';

export interface ForgeHostOptions {
  /** Path of manifest.yml. */
  readonly manifest: string;
  /** The exports of `src/index`: the manifest's `handler: index.name` is `app[name]`. */
  readonly app: Readonly<Record<string, unknown>>;
  readonly jira: JiraSite;
  readonly clock: HostClock;
  readonly delivery?: DeliveryFaults;
  /** What calls take on a virtual clock; nothing when left out. */
  readonly latency?: Latency;
  readonly limits?: Partial<Limits>;
  /** How the storage behaves where two readings are possible; what `FORGE_STORAGE` says, or the strict side, when left out. */
  readonly storage?: Partial<StorageReadings>;
  /** Address under which people reach the site, without a slash at the end. */
  readonly siteUrl?: string;
}

export interface HostState {
  readonly queues: Readonly<Record<string, QueueCounts>>;
  readonly events: ProductEventCounts;
  readonly kvs: KvsCounts;
  /** Invocations and deliveries that are pending or running. */
  readonly underWay: number;
  /** Modules of the manifest with a function that this host doesn't run, as `type/key`. */
  readonly notRun: readonly string[];
}

export interface ForgeHost {
  /**
   * Resolves when no product event, queue event or invocation is pending. Moves a virtual clock forward over delays; on a
   * real clock it waits.
   */
  settle(): Promise<void>;
  /** Asks a resolver as the UI does: 500 KB in, 5 MB out, 25 s. Rejects with what the resolver threw. */
  invoke(call: ResolverCall): Promise<unknown>;
  /** The host's side of `__bridge.callBridge` for one iframe. Rejects naming any command but invoke, fetchProduct and getContext. */
  bridge(surface: Surface, command: string, data: unknown): Promise<unknown>;
  /** Listens to a realtime channel as a frame does. @throws Error when the token does not open it. @returns the function that ends it */
  subscribe(wanted: Subscription, hear: (payload: unknown) => void): () => void;
  webTrigger(key: string, request: WebTriggerRequest): Promise<WebTriggerAnswer>;
  /** Runs a scheduled trigger now. Rejects with what it threw. */
  runSchedule(key: string): Promise<void>;
  /** Runs scheduled triggers at their intervals until the returned function is called. */
  startSchedules(): () => void;
  /** Runs an automation action. Resolves with its outputs, or with the `{errors}` it reports. */
  runAction(key: string, payload: unknown, accountId: string): Promise<unknown>;
  /** Keys of the workflow validators in the manifest. */
  readonly validators: readonly string[];
  /** Asks a workflow validator. */
  validate(
    key: string,
    args: unknown,
  ): Promise<{ readonly result: boolean; readonly errorMessage?: string }>;
  /** Kills invocations in the middle, from now on; null stops that. */
  interrupt(interruption: Interruption | null): void;
  /** Who lets the app act in their name: everybody until somebody withdraws it. */
  readonly consents: Consents;
  /** What becomes of people's accounts, and what the app reported of them. */
  readonly accounts: Accounts;
  /** Changes how deliveries misbehave, from now on. */
  setDelivery(faults: DeliveryFaults): void;
  inspect(): HostState;
  /** Everything in the app's storage but secrets, in order of key. */
  dumpKvs(): Iterable<KvsEntry>;
  /** Puts a value into the app's storage past the app, as damage would. */
  damageKvs(entry: Pick<KvsEntry, 'entity' | 'key' | 'value'>): void;
  readonly invocations: InvocationLog;
  readonly limits: Limits;
  /** Stops listening to the site. */
  close(): void;
}

/** Runs the app on a site. Throws when manifest.yml cannot be run here, naming every reason. */
export function createForgeHost(options: ForgeHostOptions): ForgeHost {
  const { app, jira, clock, siteUrl = 'http://localhost' } = options;
  const manifest = readManifest(options.manifest, { ...platformLimits, ...options.limits });
  const limits: Limits = {
    ...platformLimits,
    memoryMb: manifest.memoryMb ?? platformLimits.memoryMb,
    ...options.limits,
  };
  let faults: DeliveryFaults = options.delivery ?? {};
  let random = seeded(faults);
  let interruption: Interruption | null = null;
  const draw = (): (() => number) | undefined => random;

  const consents = newConsents();
  const accounts = accountReports(clock, manifest.scopes);
  const log = invocationLog();
  const work = workUnderWay();
  const at = installation(manifest.appId, manifest.scopes, siteUrl);
  const readings = { ...readingsOfRun(process.env), ...options.storage };
  const lagMs = (): number => faults.queryLagMs ?? readings.queryLagMs;
  // A real clock goes on by itself; a virtual one only while calls take time.
  const timed = !clock.virtual || (options.latency?.storageMs ?? 0) > 0;
  const kvs = kvsDoor(manifest.entities, limits, clock, readings, lagMs, timed);
  const realtime = realtimeChannels(clock, manifest.scopes);
  const invoke = invoker({
    clock,
    limits,
    log,
    work,
    latency: options.latency ?? NO_LATENCY,
    interruption: () => interruption,
    functions: manifest.functions,
    handlers: handlersOf(manifest, app),
    installation: at,
    dispatch: dispatcher({
      jira,
      kvs,
      queues: () => queues,
      webTriggerUrls: webTriggerUrls(manifest, siteUrl),
      realtime,
      scopes: manifest.scopes,
      consents,
      accounts,
      installation: { appId: at.appId, environmentId: at.environmentId },
    }),
  });
  const lane = () =>
    deliveries({
      clock,
      work,
      width: limits.concurrentDeliveries,
      draw,
      turnsAway: () => faults.turnsAway ?? false,
    });
  const queues = asyncQueues({
    manifest,
    limits,
    clock,
    invoke,
    outgoing: lane(),
    duplicate: () => faults.duplicate ?? false,
  });
  const events = productEvents({
    manifest,
    limits,
    clock,
    invoke,
    draw,
    outgoing: lane(),
    faults: () => faults,
  });
  const scheduled = schedules({ manifest, limits, clock, invoke });
  const ask = async (call: ResolverCall): Promise<unknown> =>
    await askResolver(call, limits, invoke);

  const runModule = async (
    door: Door,
    type: string,
    modules: readonly InvokedModule[],
    key: string,
    event: unknown,
    accountId: string | null,
    timeoutSeconds: number,
  ): Promise<Ending> => {
    const module = modules.find((each) => each.key === key);
    if (!module) throw new Error(`manifest.yml declares no ${type} ${key}.`);
    return await invoke({
      door,
      moduleKey: key,
      moduleType: type,
      functionKey: module.function,
      event,
      accountId,
      timeoutSeconds,
    });
  };

  jira.installAppFields(manifest.fields, at);
  const stopListening = jira.onEvent((event) => events.receive(event));

  return {
    invocations: log,
    limits,
    consents,
    accounts,
    validators: manifest.validators.map(({ key }) => key),
    async settle() {
      const relax = clock.hurry();
      try {
        await work.none();
      } finally {
        relax();
      }
    },
    invoke: ask,
    bridge: async (surface, command, data) =>
      await answerBridge(surface, command, data, { manifest, installation: at, jira, ask }),
    subscribe: (wanted, hear) => realtime.subscribe(wanted, hear),
    webTrigger: async (key, request) =>
      await answerWebTrigger(key, request, { manifest, limits, invoke }),
    runSchedule: async (key) => void valueOf(await scheduled.run(key)),
    startSchedules: () => scheduled.start(),
    runAction: async (key, payload, accountId) =>
      valueOf(
        await runModule(
          'action',
          'action',
          manifest.actions,
          key,
          payload,
          accountId,
          limits.actionSeconds,
        ),
      ),
    validate: async (key, args) =>
      valueOf(
        await runModule(
          'validator',
          'jira:workflowValidator',
          manifest.validators,
          key,
          args,
          null,
          limits.validatorSeconds,
        ),
      ) as {
        result: boolean;
        errorMessage?: string;
      },
    interrupt: (next) => {
      interruption = next;
    },
    setDelivery(next) {
      faults = next;
      random = seeded(next);
    },
    inspect: () => ({
      queues: queues.counts(),
      events: events.counts(),
      kvs: kvsView(kvs).counts(),
      underWay: work.count(),
      notRun: manifest.notRun,
    }),
    dumpKvs: () => kvsView(kvs).entries(),
    damageKvs({ entity, key, value }) {
      const address = entity === null ? { key } : { entityName: entity, key };
      kvs.store.keep(address, kvs.store.unchecked(value));
    },
    close: stopListening,
  };
}

const seeded = ({ shuffle }: DeliveryFaults): (() => number) | undefined =>
  shuffle === undefined ? undefined : randomFrom(shuffle);
