import { jsonAnswer, type Answer } from '../forge-response';
import type { Route } from './route';
import { keptJson } from './kept-json';
import { checkBatch } from './request-checks';
import { KvsRefusal } from './refusal';
import type { Address } from './store';
import { batchDeleteRequest, batchGetRequest, batchSetRequest } from './wire';

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
  checkBatch('set', items, bytes, tools);
  tools.spend('write', bytes);
  return outcome(
    eachAlone(items, (item) =>
      tools.store.keep(item, tools.store.prepare(item, item.value, item.options)),
    ),
  );
};

const batchDelete: Route = (body, bytes, tools) => {
  const items = batchDeleteRequest.parse(body);
  checkBatch('delete', items, bytes, tools);
  tools.spend('write', bytes);
  return outcome(eachAlone(items, (item) => tools.store.remove(item)));
};

const batchGet: Route = (body, bytes, tools) => {
  const items = batchGetRequest.parse(body);
  checkBatch('get', items, bytes, tools);
  const found: string[] = [];
  const { failed } = eachAlone(items, (item) => {
    const kept = tools.store.read(item);
    if (!kept) throw new KvsRefusal(404, 'KEY_NOT_FOUND', 'Provided key does not exist');
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
