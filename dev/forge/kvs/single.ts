import type { Answer } from '../forge-response';
import type { Route, RouteTools } from './route';
import { cursorTo, keyFrom } from './cursor';
import { pageLimit, type Page } from './entity-table';
import { keptJson, pageJson } from './kept-json';
import { KvsRefusal } from './refusal';
import type { Address } from './store';
import type { Kept } from './table';
import {
  deleteRequest,
  entityQueryRequest,
  getRequest,
  queryRequest,
  setRequest,
  type QueryRequest,
  type SetRequest,
} from './wire';

type AddressOf = (request: {
  readonly key: string;
  readonly entityName?: string | undefined;
}) => Address;

const plainAddress: AddressOf = ({ key, entityName }) => {
  if (entityName !== undefined)
    throw new KvsRefusal(400, 'BAD_REQUEST', 'entityName belongs to /api/v1/entity.');
  return { key };
};
const secretAddress: AddressOf = (request) => ({ ...plainAddress(request), secret: true });
const entityAddress: AddressOf = ({ key, entityName }) => {
  if (entityName === undefined) throw new KvsRefusal(400, 'BAD_REQUEST', 'entityName is missing.');
  return { key, entityName };
};

const ok = (body: string): Answer => ({
  status: body === '' ? 204 : 200,
  headers: { 'content-type': 'application/json' },
  body,
});

const get =
  (addressOf: AddressOf): Route =>
  (body, _bytes, { store, spend }) => {
    const address = addressOf(getRequest.parse(body));
    const kept = store.read(address);
    spend('read', kept?.bytes ?? 0);
    if (!kept)
      throw new KvsRefusal(404, 'KEY_NOT_FOUND', `The key "${address.key}" does not exist.`);
    return ok(keptJson(address.key, kept, address.entityName));
  };

const set =
  (addressOf: AddressOf): Route =>
  (body, bytes, { store, spend }) => {
    const request = setRequest.parse(body);
    const address = addressOf(request);
    const kept = store.prepare(address, request.value, request.options);
    spend('write', bytes);
    const returned = valueToReturn(request, store.read(address), kept);
    store.keep(address, kept);
    return ok(returned ? keptJson(address.key, returned, address.entityName) : '');
  };

function valueToReturn(
  { options }: SetRequest,
  before: Kept | undefined,
  after: Kept,
): Kept | undefined {
  if (options?.returnValue === 'LATEST') return after;
  return options?.returnValue === 'PREVIOUS' ? before : undefined;
}

const remove =
  (addressOf: AddressOf): Route =>
  (body, bytes, { store, spend }) => {
    const address = addressOf(deleteRequest.parse(body));
    const before = store.read(address);
    spend('write', bytes);
    if (!before)
      throw new KvsRefusal(404, 'KEY_NOT_FOUND', `The key "${address.key}" does not exist.`);
    store.remove(address);
    return ok('');
  };

const answerPage = ({ entries, cursor }: Page, { spend }: RouteTools): Answer => {
  const body = pageJson(entries, cursor);
  spend('read', Buffer.byteLength(body));
  return ok(body);
};

const query: Route = (body, _bytes, tools) =>
  answerPage(plainPage(queryRequest.parse(body), tools), tools);

function plainPage(request: QueryRequest, { store, limits, readings, now }: RouteTools): Page {
  const condition = request.where?.[0];
  if (condition && (condition.condition !== 'BEGINS_WITH' || condition.property !== 'key')) {
    throw new KvsRefusal(
      400,
      'INVALID_CONDITION',
      `Plain keys are queried with BEGINS_WITH on key, not ${condition.condition} on ${condition.property}.`,
    );
  }
  const wanted = condition?.values[0] ?? '';
  if (typeof wanted !== 'string')
    throw new KvsRefusal(400, 'INVALID_CONDITION', 'The beginning of a key is a text.');
  const after = request.after === undefined ? undefined : keyFrom(request.after, now(), readings);
  const limit = pageLimit(request.limit, limits, 'LIST_QUERY_LIMIT_EXCEEDED');
  const entries: [string, Kept][] = [];
  for (const [key, kept] of store.plain.entriesFrom(after ?? wanted)) {
    if (key === after || !store.read({ key })) continue;
    if (!key.startsWith(wanted)) break;
    if (entries.length === limit)
      return { entries, cursor: cursorTo([entries.at(-1)?.[0]], now()) };
    entries.push([key, kept]);
  }
  return { entries, cursor: undefined };
}

const entityQuery: Route = (body, _bytes, tools) => {
  const request = entityQueryRequest.parse(body);
  return answerPage(tools.store.entity(request.entityName).query(request), tools);
};

export const singleRoutes: Readonly<Record<string, Route>> = {
  '/api/v1/get': get(plainAddress),
  '/api/v1/set': set(plainAddress),
  '/api/v1/delete': remove(plainAddress),
  '/api/v1/query': query,
  '/api/v1/secret/get': get(secretAddress),
  '/api/v1/secret/set': set(secretAddress),
  '/api/v1/secret/delete': remove(secretAddress),
  '/api/v1/entity/get': get(entityAddress),
  '/api/v1/entity/set': set(entityAddress),
  '/api/v1/entity/delete': remove(entityAddress),
  '/api/v1/entity/query': entityQuery,
};
