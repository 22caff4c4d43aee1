import type { DocumentedInputs } from '../../dev/jira/rest/inputs/documented';

interface Schema {
  readonly $ref?: string;
  readonly readOnly?: boolean;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
}

interface Scopes {
  readonly state: 'Current' | 'Beta';
  readonly scopes: readonly string[];
}

interface SpecifiedOperation {
  readonly 'x-atlassian-oauth2-scopes'?: readonly Scopes[];
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  };
}

/** As much of Jira's API document as tells what an operation takes. */
export interface Specification {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const BASE = '/rest/api/3';
const shapeOf = (path: string): string => path.replace(/\{[^}]*\}/g, '{}');

/** Every operation of the document, as `GET /issue/{}`. */
export function specifiedOperations({ paths }: Specification): readonly string[] {
  return Object.entries(paths)
    .filter(([path]) => path.startsWith(`${BASE}/`))
    .flatMap(([path, item]) =>
      METHODS.filter((method) => method in item).map(
        (method) => `${method.toUpperCase()} ${shapeOf(path.slice(BASE.length))}`,
      ),
    );
}

/** What the document says that an operation takes; undefined when it has no such operation. */
export function specifiedInputs(
  specification: Specification,
  operation: string,
): DocumentedInputs | undefined {
  const [method = '', path = ''] = operation.split(' ');
  const found = Object.keys(specification.paths).find((each) => shapeOf(each) === BASE + path);
  const specified = specification.paths[found ?? '']?.[method.toLowerCase()] as
    SpecifiedOperation | undefined;
  if (specified === undefined) return undefined;
  const query = (specified.parameters ?? []).filter((each) => each.in === 'query');
  const schema = resolved(
    specification,
    specified.requestBody?.content?.['application/json']?.schema ?? {},
  );
  const members = Object.entries(schema.properties ?? {});
  const expand =
    query.find(({ name }) => name === 'expand')?.description ??
    members.find(([name]) => name === 'expand')?.[1].description ??
    '';
  return {
    ...listed(
      'query',
      query.map(({ name }) => name).filter((name) => name !== 'accept'),
    ),
    ...listed('expand', expandable(expand)),
    ...listed(
      'body',
      members.filter(([, each]) => each.readOnly !== true).map(([name]) => name),
    ),
    ...listed(
      'given',
      members.filter(([, each]) => each.readOnly === true).map(([name]) => name),
    ),
    ...listed('scopes', scopesOf(specified, 'Current')),
    ...listed('granular', scopesOf(specified, 'Beta')),
    ...(schema.additionalProperties === false ? { closed: true } : {}),
    ...(/can be accessed anonymously/.test(specified.description ?? '') ? { anonymous: true } : {}),
  };
}

const scopesOf = (specified: SpecifiedOperation, wanted: Scopes['state']): readonly string[] =>
  (specified['x-atlassian-oauth2-scopes'] ?? [])
    .filter(({ state }) => state === wanted)
    .flatMap(({ scopes }) => scopes);

function listed(
  name: string,
  items: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return items.length === 0 ? {} : { [name]: items };
}

/** The document lists what may be expanded in words: each in code marks, where one is offered. */
function expandable(description: string): readonly string[] {
  const offered = [...description.matchAll(/(?:\* {1,2}|accepts |Use )`([\w.]+)`/g)].map(
    ([, name = '']) => name,
  );
  return [...new Set(offered)];
}

function resolved({ components }: Specification, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (components.schemas[name] ?? {});
}
