import './strict-schemas';
import * as cloud from 'jira.js/cloud';
import { z } from 'zod';
// The package does not export its parameter schemas, only the functions that take them.
import * as schemas from '../../node_modules/jira.js/dist/cloud/parameters';

/** One operation as jira.js knows it: where it goes, which parameters travel where, and what they must look like. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  /** With `{parameter}` for what varies. */
  readonly pattern: string;
  readonly query: readonly string[];
  /** The members of the body; or the one parameter that is the whole of it. */
  readonly body: readonly string[] | { readonly whole: string };
  readonly schema: z.ZodObject;
}

interface Sent {
  readonly url: string;
  readonly method?: string;
  readonly searchParams?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Stands for a parameter, so that where it ends up can be seen. */
class Parameter {
  constructor(readonly name: string) {}
  toString(): string {
    return `{${this.name}}`;
  }
}

const PARAMETERS = new Proxy({}, { get: (_, name) => new Parameter(String(name)) });

async function operationOf(
  name: string,
  call: (client: unknown, parameters: unknown) => unknown,
): Promise<Operation | undefined> {
  const schema =
    (schemas as Readonly<Record<string, unknown>>)[
      `${name.charAt(0).toUpperCase()}${name.slice(1)}Schema`
    ] ?? z.object({});
  const sent: Sent[] = [];
  try {
    await call(
      {
        sendRequest: (config: Sent) => {
          sent.push(config);
          return Promise.resolve(undefined);
        },
      },
      PARAMETERS,
    );
  } catch {
    // It looks into its parameters, as uploads do: not one that can be known this way.
    return undefined;
  }
  const [config] = sent;
  if (config === undefined || !(schema instanceof z.ZodObject)) return undefined;
  const named = (record: object) =>
    Object.entries(record)
      .filter(([, value]) => value instanceof Parameter)
      .map(([key]) => key);
  return {
    name,
    method: config.method ?? 'GET',
    pattern: decodeURIComponent(config.url),
    query: named(config.searchParams ?? {}),
    schema,
    body:
      config.body instanceof Parameter
        ? { whole: config.body.name }
        : named(typeof config.body === 'object' && config.body !== null ? config.body : {}),
  };
}

/** In Jira's own API document, though jira.js leaves it out. */
const NOT_IN_JIRA_JS: readonly Operation[] = [
  {
    name: 'bulkGetUsers',
    method: 'GET',
    pattern: '/rest/api/3/user/bulk',
    query: ['startAt', 'maxResults', 'accountId'],
    body: [],
    schema: z.object({
      startAt: z.int().optional(),
      maxResults: z.int().optional(),
      accountId: z.union([z.string(), z.array(z.string())]),
    }),
  },
  // Its document calls an identifier an object, and shows a number and a text.
  {
    name: 'createAssociations',
    method: 'PUT',
    pattern: '/rest/api/3/field/association',
    query: [],
    body: ['associationContexts', 'fields'],
    schema: z.object({
      associationContexts: z
        .array(z.strictObject({ identifier: z.int(), type: z.literal('PROJECT_ID') }))
        .max(100),
      fields: z
        .array(z.strictObject({ identifier: z.string(), type: z.literal('FIELD_ID') }))
        .max(50),
    }),
  },
];

let known: Promise<readonly Operation[]> | undefined;

/** Every operation of version 3 that jira.js has, and the few that it lacks. */
export function jiraOperations(): Promise<readonly Operation[]> {
  known ??= Promise.all(
    Object.entries(cloud)
      .filter(
        ([name, each]) =>
          (typeof each === 'function' && !name.startsWith('create')) || name === 'createIssue',
      )
      .map(([name, each]) =>
        operationOf(name, each as (client: unknown, parameters: unknown) => unknown),
      ),
  ).then((all) => [...all.filter((each) => each !== undefined), ...NOT_IN_JIRA_JS]);
  return known;
}
