import { KvsRefusal } from './refusal';
import type { RouteTools } from './route';
import type { Address } from './store';

/** Refuses a batch as a whole: empty, too many items, the same key twice, too big. */
export function checkBatch(
  doing: 'get' | 'set' | 'delete',
  addresses: readonly Address[],
  bytes: number,
  { limits }: Pick<RouteTools, 'limits'>,
): void {
  if (addresses.length > limits.kvsBatchKeys) {
    throw new KvsRefusal(
      400,
      'TOO_MANY_BATCH_ENTITIES',
      `Number of entities to ${doing} was ${addresses.length}, but you can only ${doing} a maximum of ${limits.kvsBatchKeys} entities at a time.`,
    );
  }
  checkTogether(addresses, bytes, limits.kvsBatchBytes);
  checkTwice(addresses.map(({ entityName, key }) => JSON.stringify([entityName, key])));
}

/** Likewise a transaction. Whether one key may stand in an entity and among the plain keys is one of the readings. */
export function checkTransaction(
  addresses: readonly Address[],
  bytes: number,
  { limits, readings }: Pick<RouteTools, 'limits' | 'readings'>,
): void {
  if (addresses.length > limits.kvsBatchKeys) {
    throw new KvsRefusal(
      422,
      'UNPROCESSABLE_ENTITY',
      'Request cannot be processed due to one or more semantic errors',
    );
  }
  checkTogether(addresses, bytes, limits.kvsBatchBytes);
  const apart = readings.sameKeyInTwoSpaces === 'allowed';
  checkTwice(
    addresses.map(({ entityName, key }) => (apart ? JSON.stringify([entityName, key]) : key)),
  );
}

function checkTogether(addresses: readonly Address[], bytes: number, allowed: number): void {
  if (addresses.length === 0)
    throw new KvsRefusal(400, 'EMPTY_REQUEST', 'The request contains no keys.');
  if (bytes > allowed) {
    throw new KvsRefusal(
      400,
      'MAX_SIZE',
      `The request has ${bytes} bytes; ${allowed} are allowed.`,
    );
  }
}

function checkTwice(names: readonly string[]): void {
  if (new Set(names).size < names.length)
    throw new KvsRefusal(400, 'KEY_DUPLICATION_ERROR', 'Duplicate key found in request');
}
