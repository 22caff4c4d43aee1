import type { EntityDeclaration } from '../manifest';
import type { StorageReadings } from './readings';
import { KvsRefusal } from './refusal';

const INTEGER_MAX = 2 ** 31 - 1;
const INTEGER_MIN = -(2 ** 31);
/** Magnitudes that a float may have, besides zero. */
const FLOAT_LOWEST = 1e-130;
const FLOAT_HIGHEST = 1e126;

export type AttributeType = EntityDeclaration['attributes'][string]['type'];

const FITS: Readonly<Record<AttributeType, (value: unknown) => boolean>> = {
  any: (value) => value !== undefined && value !== null,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  float: (value) =>
    typeof value === 'number' &&
    (value === 0 || (Math.abs(value) >= FLOAT_LOWEST && Math.abs(value) < FLOAT_HIGHEST)),
  integer: (value) =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= INTEGER_MIN &&
    value <= INTEGER_MAX,
};

/** What an attribute of a type may hold, and what a query may ask of it. Integers are measured; the rest is by the documentation. */
export function checkTyped(
  name: string,
  type: AttributeType,
  value: unknown,
  { emptyText }: Pick<StorageReadings, 'emptyText'>,
): void {
  if (!FITS[type](value))
    throw new KvsRefusal(
      400,
      'INCORRECT_PROPERTY_TYPE',
      `Data type for property "${name}" is defined as "${type}"`,
    );
  // «Must contain at least one non-whitespace character»: storage-api-custom-entities, type string.
  if (emptyText === 'refused' && typeof value === 'string' && value.trim() === '')
    throw new KvsRefusal(
      400,
      'INVALID_ENTITY_VALUE',
      `The property "${name}" must contain at least one non-whitespace character`,
    );
}

/** An entity's value as its attributes, when every one is declared and of its declared type. */
export function checkedAttributes(
  entity: EntityDeclaration,
  key: string,
  value: unknown,
  readings: Pick<StorageReadings, 'emptyText'>,
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new KvsRefusal(
      400,
      'INVALID_ENTITY_VALUE',
      `The value of ${entity.name} "${key}" is not an object.`,
    );
  }
  for (const [name, attribute] of Object.entries(value))
    checkTyped(name, typeOf(entity, name), attribute, readings);
  return value as Readonly<Record<string, unknown>>;
}

export function typeOf(entity: EntityDeclaration, name: string): AttributeType {
  const type = entity.attributes[name]?.type;
  if (!type)
    throw new KvsRefusal(
      400,
      'UNKNOWN_ATTRIBUTE',
      `The entity ${entity.name} declares no attribute ${name}.`,
    );
  return type;
}
