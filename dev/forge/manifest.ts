import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { mayHear } from './event-scopes';
import type { AppField } from '../jira/protocol';
import { entity, entityProblems, type EntityDeclaration } from './entities';
import type { Limits } from './limits';

const functionModule = z.object({
  key: z.string(),
  handler: z.string(),
  timeoutSeconds: z.number().min(1).optional(),
});
const invoked = z.object({ key: z.string(), function: z.string() });
const triggerModule = invoked.extend({
  events: z.array(z.string()),
  filter: z.strictObject({ ignoreSelf: z.boolean().optional() }).optional(),
});
const consumerModule = invoked.extend({ queue: z.string() });
const scheduledModule = invoked.extend({ interval: z.enum(['fiveMinute', 'hour', 'day', 'week']) });
const staticOutput = z.object({
  key: z.string(),
  statusCode: z.number(),
  body: z.string().optional(),
  contentType: z.string().optional(),
});
const webTriggerModule = invoked.extend({
  response: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('static'), outputs: z.array(staticOutput) }),
      z.object({ type: z.literal('dynamic') }),
    ])
    .optional(),
});
const fieldModule = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string().default(''),
  type: z.enum(['number', 'string', 'user', 'group', 'date', 'datetime', 'object']),
  readOnly: z.boolean().default(false),
});
const anyModule = z.looseObject({
  key: z.string().optional(),
  function: z.unknown().optional(),
  endpoint: z.unknown().optional(),
  resolver: z.looseObject({ function: z.string().optional() }).optional(),
  /** The form of an automation action, where it has one. */
  config: z.looseObject({ resource: z.string().optional() }).optional(),
});

const manifestFile = z.object({
  app: z.object({
    id: z.string(),
    runtime: z.object({ memoryMB: z.number().optional() }).optional(),
    storage: z.object({ entities: z.array(entity).default([]) }).optional(),
  }),
  permissions: z.object({ scopes: z.array(z.string()).default([]) }).default({ scopes: [] }),
  modules: z.record(z.string(), z.array(anyModule)).default({}),
});

export type { EntityDeclaration };
export type TriggerModule = z.infer<typeof triggerModule>;
export type ConsumerModule = z.infer<typeof consumerModule>;
export type ScheduledModule = z.infer<typeof scheduledModule>;
export type WebTriggerModule = z.infer<typeof webTriggerModule>;
export type InvokedModule = z.infer<typeof invoked>;
export type FunctionModule = z.infer<typeof functionModule>;

/** The part of manifest.yml that the host runs. */
export interface Manifest {
  readonly appId: string;
  /** Undefined when the manifest leaves it to the platform. */
  readonly memoryMb: number | undefined;
  readonly scopes: readonly string[];
  readonly entities: readonly EntityDeclaration[];
  readonly functions: ReadonlyMap<string, FunctionModule>;
  readonly triggers: readonly TriggerModule[];
  readonly consumers: readonly ConsumerModule[];
  readonly schedules: readonly ScheduledModule[];
  readonly webTriggers: readonly WebTriggerModule[];
  readonly actions: readonly InvokedModule[];
  readonly validators: readonly InvokedModule[];
  readonly fields: readonly AppField[];
  /** Surfaces: module key → its type and the function key of its resolver, if it has one. */
  readonly surfaces: ReadonlyMap<
    string,
    { readonly type: string; readonly resolver: string | undefined }
  >;
  /** Modules with a function that this host doesn't run, as `type/key`. */
  readonly notRun: readonly string[];
}

const RUN = new Set([
  'function',
  'trigger',
  'consumer',
  'scheduledTrigger',
  'webtrigger',
  'action',
  'jira:workflowValidator',
]);

/** Shown by the local Jira, or read by another module. */
const SHOWN = new Set([
  'jira:issuePanel',
  'jira:issueContext',
  'jira:projectPage',
  'jira:globalPage',
  'jira:projectSettingsPage',
  'jira:adminPage',
  'jira:customField',
  'automation:actionProvider',
]);

/** By text: one process makes hundreds of hosts in the tests, and reading YAML takes longer than making one. */
const documents = new Map<string, unknown>();

function documentOf(text: string): unknown {
  if (!documents.has(text)) documents.set(text, parse(text));
  return documents.get(text);
}

/** Reads manifest.yml. Throws with every problem named: what is malformed, and what this host cannot run. */
export function readManifest(path: string, limits: Limits): Manifest {
  const file = manifestFile.parse(documentOf(readFileSync(path, 'utf8')));
  const modules = file.modules;
  const read = <T>(type: string, schema: z.ZodType<T>): readonly T[] => {
    const parsed = z.array(schema).safeParse(modules[type] ?? []);
    if (!parsed.success)
      throw new Error(
        `${path} cannot be run here: modules of the type ${type}\n${z.prettifyError(parsed.error)}`,
      );
    return parsed.data;
  };

  const manifest: Manifest = {
    appId: file.app.id.split('/').at(-1) ?? file.app.id,
    memoryMb: file.app.runtime?.memoryMB,
    scopes: file.permissions.scopes,
    entities: file.app.storage?.entities ?? [],
    functions: new Map(read('function', functionModule).map((each) => [each.key, each])),
    triggers: read('trigger', triggerModule),
    consumers: read('consumer', consumerModule),
    schedules: read('scheduledTrigger', scheduledModule),
    webTriggers: read('webtrigger', webTriggerModule),
    actions: read('action', invoked),
    validators: read('jira:workflowValidator', invoked),
    fields: read('jira:customField', fieldModule).map(({ key, ...field }) => ({
      moduleKey: key,
      ...field,
    })),
    surfaces: new Map(
      Object.entries(modules).flatMap(([type, all]) =>
        all.flatMap((each) =>
          each.key !== undefined && isShown(type, each)
            ? [[each.key, { type, resolver: each.resolver?.function }] as const]
            : [],
        ),
      ),
    ),
    notRun: Object.entries(modules).flatMap(([type, all]) =>
      RUN.has(type)
        ? []
        : all
            .filter((each) => each.function !== undefined)
            .map((each) => `${type}/${each.key ?? '?'}`),
    ),
  };
  const problems = [
    ...kindProblems(modules),
    ...scopeProblems(manifest),
    ...endpointProblems(modules),
    ...limitProblems(manifest, limits),
    ...entityProblems(manifest.entities),
    ...functionProblems(manifest),
  ];
  if (problems.length > 0)
    throw new Error(
      `${path} cannot be run here:\n${problems.map((each) => `- ${each}`).join('\n')}`,
    );
  return manifest;
}

/** What runs shows nothing, but for an action with a form of its own. */
function isShown(type: string, { config }: z.infer<typeof anyModule>): boolean {
  return !RUN.has(type) || (type === 'action' && config?.resource !== undefined);
}

function kindProblems(modules: z.infer<typeof manifestFile>['modules']): string[] {
  return Object.keys(modules)
    .filter((type) => !RUN.has(type) && !SHOWN.has(type))
    .map((type) => `modules of the kind ${type} are not modelled`);
}

/** An app hears of Jira only with the scopes that let it read what the event tells. */
function scopeProblems({ triggers, scopes }: Manifest): string[] {
  return triggers.flatMap(({ key, events }) =>
    events
      .filter((event) => !mayHear(event, scopes))
      .map((event) => `trigger/${key} listens to ${event} without the scope that it needs`),
  );
}

function endpointProblems(modules: z.infer<typeof manifestFile>['modules']): string[] {
  return Object.entries(modules).flatMap(([type, all]) =>
    all
      .filter((each) => each.endpoint !== undefined)
      .map((each) => `${type}/${each.key ?? '?'} calls a remote endpoint, which is not modelled`),
  );
}

function limitProblems(manifest: Manifest, limits: Limits): string[] {
  const problems = manifest.entities
    .filter((each) => each.indexes.length > limits.entityIndexes)
    .map(
      (each) =>
        `entity ${each.name} has ${each.indexes.length} indexes; ${limits.entityIndexes} are allowed`,
    );
  if (manifest.schedules.length > limits.scheduledTriggers) {
    problems.push(
      `${manifest.schedules.length} scheduled triggers; ${limits.scheduledTriggers} are allowed`,
    );
  }
  for (const each of manifest.functions.values()) {
    if ((each.timeoutSeconds ?? 0) > limits.longRunningMaxSeconds) {
      problems.push(
        `function ${each.key} asks for ${each.timeoutSeconds} s; ${limits.longRunningMaxSeconds} s are allowed`,
      );
    }
  }
  return problems;
}

function functionProblems(manifest: Manifest): string[] {
  const users: readonly InvokedModule[] = [
    ...manifest.triggers,
    ...manifest.consumers,
    ...manifest.schedules,
    ...manifest.webTriggers,
    ...manifest.actions,
    ...manifest.validators,
  ];
  const longRunning = new Set(
    [...manifest.consumers, ...manifest.schedules].map((each) => each.function),
  );
  return [
    ...users
      .filter((each) => !manifest.functions.has(each.function))
      .map(
        (each) => `module ${each.key} names the function ${each.function}, which is not declared`,
      ),
    ...[...manifest.functions.values()]
      .filter((each) => each.timeoutSeconds !== undefined && !longRunning.has(each.key))
      .map(
        (each) =>
          `function ${each.key} has timeoutSeconds, which only consumers and scheduled triggers may have`,
      ),
  ];
}
