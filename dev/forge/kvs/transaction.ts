import { checkTransaction } from './request-checks';
import { passes } from './conditions';
import type { Route, RouteTools } from './route';
import { KvsRefusal } from './refusal';
import type { Address } from './store';
import { transactionRequest, type Filters } from './wire';

/** All or nothing: everything is checked before anything is written. */
export const transactionRoute: Route = (body, bytes, tools) => {
  const { set, delete: deleted, check } = transactionRequest.parse(body);
  const everything = [...set, ...deleted, ...check];
  checkTransaction(everything, bytes, tools);
  const writes = set.map((each) => ({
    address: each,
    kept: tools.store.prepare(each, each.value, each.options),
  }));
  for (const each of everything) checkConditions(each, each.conditions, tools);
  tools.spend('write', bytes);
  for (const { address, kept } of writes) tools.store.keep(address, kept);
  for (const each of deleted) tools.store.remove(each);
  return { status: 204, body: '' };
};

function checkConditions(
  address: Address,
  conditions: Filters | undefined,
  { store, readings }: RouteTools,
): void {
  if (!conditions) return;
  if (address.entityName === undefined) {
    throw new KvsRefusal(400, 'BAD_REQUEST', `The condition on "${address.key}" needs an entity.`);
  }
  const kept = store.read(address);
  const attributes = kept && (JSON.parse(kept.json) as Readonly<Record<string, unknown>>);
  store.entity(address.entityName).checkFilters(conditions);
  const judged = kept !== undefined || readings.absentKey === 'judged';
  if (judged && passes(conditions, attributes)) return;
  throw readings.failedCondition === 400
    ? new KvsRefusal(
        400,
        'CONDITIONAL_CHECK_FAILED',
        'Request failed due to conditional check specified or optimistic locking',
      )
    : new KvsRefusal(
        409,
        'CONDITION_NOT_MET',
        `The condition on ${address.entityName} "${address.key}" does not hold.`,
      );
}
