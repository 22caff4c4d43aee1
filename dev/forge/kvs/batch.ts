import { jsonAnswer, type Answer } from '../forge-response';
import type { Route, RouteTools } from './route';
import { keptJson } from './kept-json';
import { KvsRefusal } from './refusal';
import type { Address } from './store';
import { batchDeleteRequest, batchGetRequest, batchSetRequest } from './wire';

/** Refuses a batch or transaction as a whole: empty, too many keys, the same key twice, too big. */
export function checkKeys(
  addresses: readonly Address[],
  bytes: number,
  { limits }: RouteTools,
): void {
  if (addresses.length === 0)
    throw new KvsRefusal(400, 'EMPTY_REQUEST', 'The request contains no keys.');
  if (addresses.length > limits.kvsBatchKeys) {
    throw new KvsRefusal(
      400,
      'TOO_MANY_KEYS',
      `The request contains ${addresses.length} keys; ${limits.kvsBatchKeys} are allowed.`,
    );
  }
  if (bytes > limits.kvsBatchBytes) {
    throw new KvsRefusal(
      400,
      'MAX_SIZE',
      `The request has ${bytes} bytes; ${limits.kvsBatchBytes} are allowed.`,
    );
  }
  const seen = new Set<string>();
  for (const { entityName, key } of addresses) {
    const name = JSON.stringify([entityName, key]);
    if (seen.has(name))
      throw new KvsRefusal(400, 'DUPLICATE_KEY', `The key "${key}" occurs twice in the request.`);
    seen.add(name);
  }
}

interface Failed extends Address {
  readonly error: { readonly code: string; readonly message: string };
}

/** Runs each item on its own: one that is refused fails alone. */
function eachAlone<T extends Address>(
  items: readonly T[],
  run: (item: T) => void,
): { successful: Address[]; failed: Failed[] } {
  const successful: Address[] = [];
  const failed: Failed[] = [];
  for (const item of items) {
    const { key, entityName } = item;
    try {
      run(item);
      successful.push({ key, entityName });
    } catch (error) {
      if (!(error instanceof KvsRefusal)) throw error;
      failed.push({ key, entityName, error: { code: error.code, message: error.message } });
    }
  }
  return { successful, failed };
}

const outcome = ({ successful, failed }: ReturnType<typeof eachAlone>): Answer =>
  jsonAnswer(200, { successfulKeys: successful, failedKeys: failed });

const batchSet: Route = (body, bytes, tools) => {
  const items = batchSetRequest.parse(body);
  checkKeys(items, bytes, tools);
  tools.spend('write', bytes);
  return outcome(
    eachAlone(items, (item) =>
      tools.store.keep(item, tools.store.prepare(item, item.value, item.options)),
    ),
  );
};

const batchDelete: Route = (body, bytes, tools) => {
  const items = batchDeleteRequest.parse(body);
  checkKeys(items, bytes, tools);
  tools.spend('write', bytes);
  return outcome(eachAlone(items, (item) => tools.store.remove(item)));
};

const batchGet: Route = (body, bytes, tools) => {
  const items = batchGetRequest.parse(body);
  checkKeys(items, bytes, tools);
  const found: string[] = [];
  const { failed } = eachAlone(items, (item) => {
    const kept = tools.store.read(item);
    if (!kept) throw new KvsRefusal(404, 'KEY_NOT_FOUND', `The key "${item.key}" does not exist.`);
    found.push(keptJson(item.key, kept, item.entityName));
  });
  const answer = `{"successfulKeys":[${found.join(',')}],"failedKeys":${JSON.stringify(failed)}}`;
  tools.spend('read', Buffer.byteLength(answer));
  return { status: 200, headers: { 'content-type': 'application/json' }, body: answer };
};

export const batchRoutes: Readonly<Record<string, Route>> = {
  '/api/v1/batch/set': batchSet,
  '/api/v1/batch/get': batchGet,
  '/api/v1/batch/delete': batchDelete,
};
