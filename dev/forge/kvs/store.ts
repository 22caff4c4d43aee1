import type { Clock } from '../../clock';
import type { Limits } from '../limits';
import type { EntityDeclaration } from '../manifest';
import { entityTable, type EntityTable } from './entity-table';
import { KvsRefusal } from './refusal';
import { table, type Kept, type Table } from './table';
import { checkedAttributes } from './attribute-checks';
import type { StorageReadings } from './readings';
import { checkedJson, checkKey } from './value-checks';
import type { SetOptions, Ttl } from './wire';

/** Names one value: a plain key, a secret, or a key of an entity. */
export interface Address {
  readonly entityName?: string | undefined;
  readonly secret?: boolean;
  readonly key: string;
}

export interface Store {
  /** Undefined when missing or expired. */
  read(address: Address): Kept | undefined;
  /** What a write would keep. Throws the refusal that the write would meet. */
  prepare(address: Address, value: unknown, options: SetOptions): Kept;
  /** A value as it would be kept, past every check. */
  unchecked(value: unknown): Kept;
  keep(address: Address, kept: Kept): void;
  remove(address: Address): void;
  entity(name: string): EntityTable;
  readonly plain: Table;
  readonly secrets: Table;
  readonly entities: ReadonlyMap<string, EntityTable>;
}

const UNIT_MS: Readonly<Record<Ttl['unit'], number>> = {
  SECONDS: 1_000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};

function lifetimeOf({ value, unit }: Ttl): number {
  if (!Number.isInteger(value) || value <= 0)
    throw new KvsRefusal(
      400,
      'INVALID_TTL',
      `TTL value must be a positive integer, received: ${value}`,
    );
  return value * UNIT_MS[unit];
}

export function store(
  declarations: readonly EntityDeclaration[],
  limits: Limits,
  readings: StorageReadings,
  clock: Clock,
  lagMs: () => number,
): Store {
  const plain = table();
  const secrets = table();
  const entities = new Map(
    declarations.map((each) => [each.name, entityTable(each, { limits, readings, clock, lagMs })]),
  );

  const entity = (name: string): EntityTable => {
    const found = entities.get(name);
    if (!found) throw new KvsRefusal(404, 'SCHEMA_NOT_FOUND', 'The schema provided does not exist');
    return found;
  };
  const tableOf = ({ entityName, secret }: Address): Table =>
    entityName !== undefined ? entity(entityName) : secret ? secrets : plain;

  const read = (address: Address): Kept | undefined => {
    checkKey(address.key, limits);
    const kept = tableOf(address).get(address.key);
    return kept?.expiresAt !== undefined && kept.expiresAt <= clock.now() ? undefined : kept;
  };

  return {
    read,
    prepare(address, value, options) {
      checkKey(address.key, limits);
      if (address.entityName !== undefined)
        checkedAttributes(entity(address.entityName).declaration, address.key, value, readings);
      const json = checkedJson(address.key, value, limits);
      const before = read(address);
      if (before && options?.keyPolicy === 'FAIL_IF_EXISTS') {
        throw new KvsRefusal(409, 'KEY_CONFLICT', `The key "${address.key}" exists already.`);
      }
      const now = clock.now();
      return {
        json,
        bytes: Buffer.byteLength(json),
        createdAt: before?.createdAt ?? now,
        updatedAt: now,
        expiresAt: options?.ttl && now + lifetimeOf(options.ttl),
      };
    },
    unchecked(value) {
      const [json, now] = [JSON.stringify(value), clock.now()];
      const bytes = Buffer.byteLength(json);
      return { json, bytes, createdAt: now, updatedAt: now, expiresAt: undefined };
    },
    keep: (address, kept) => tableOf(address).set(address.key, kept),
    remove: (address) => {
      tableOf(address).delete(address.key);
    },
    entity,
    plain,
    secrets,
    entities,
  };
}
