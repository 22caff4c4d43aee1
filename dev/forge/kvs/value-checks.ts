import type { EntityDeclaration } from '../manifest';
import type { Limits } from '../limits';
import { KvsRefusal } from './refusal';

// Error handling for the Key-Value Store and the Custom Entity Store: codes and the rule for keys.
// https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs
const KEY_RULE = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const INTEGER_MAX = 2 ** 31 - 1;
const INTEGER_MIN = -(2 ** 31);

export function checkKey(key: string, limits: Limits): void {
  if (key.length === 0)
    throw new KvsRefusal(400, 'KEY_TOO_SHORT', 'The key needs at least one character.');
  if (key.length > limits.kvsKeyCharacters) {
    throw new KvsRefusal(
      400,
      'KEY_TOO_LONG',
      `The key has ${key.length} characters; ${limits.kvsKeyCharacters} are allowed.`,
    );
  }
  if (!KEY_RULE.test(key))
    throw new KvsRefusal(400, 'INVALID_KEY', `The key "${key}" does not match ${KEY_RULE.source}`);
}

/** The JSON text under which a value is kept. */
export function checkedJson(key: string, value: unknown, limits: Limits): string {
  if (value === undefined || value === null)
    throw new KvsRefusal(400, 'INVALID_VALUE', `The value of "${key}" is missing.`);
  const json = JSON.stringify(value);
  const bytes = Buffer.byteLength(json);
  if (bytes > limits.kvsValueBytes) {
    throw new KvsRefusal(
      400,
      'MAX_SIZE',
      `The value of "${key}" has ${bytes} bytes; ${limits.kvsValueBytes} are allowed.`,
    );
  }
  if (!shallowerThan(value, limits.kvsValueDepth)) {
    throw new KvsRefusal(
      400,
      'MAX_DEPTH',
      `The value of "${key}" is nested deeper than ${limits.kvsValueDepth} levels.`,
    );
  }
  return json;
}

function shallowerThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  for (const each of Object.values(value)) if (!shallowerThan(each, levels - 1)) return false;
  return true;
}

type AttributeType = EntityDeclaration['attributes'][string]['type'];

const FITS: Readonly<Record<AttributeType, (value: unknown) => boolean>> = {
  any: () => true,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  float: (value) => typeof value === 'number',
  integer: (value) =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= INTEGER_MIN &&
    value <= INTEGER_MAX,
};

/** An entity's value as its attributes, when every one is declared and of its declared type. */
export function checkedAttributes(
  entity: EntityDeclaration,
  key: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new KvsRefusal(
      400,
      'INVALID_ENTITY_VALUE',
      `The value of ${entity.name} "${key}" is not an object.`,
    );
  }
  for (const [name, attribute] of Object.entries(value)) {
    const type = entity.attributes[name]?.type;
    if (!type)
      throw new KvsRefusal(
        400,
        'UNKNOWN_ATTRIBUTE',
        `The entity ${entity.name} declares no attribute ${name}.`,
      );
    if (!FITS[type](attribute)) {
      const wanted = type === 'integer' ? 'a 32-bit integer' : type;
      throw new KvsRefusal(
        400,
        'INVALID_ATTRIBUTE_TYPE',
        `${entity.name}.${name} of "${key}" is not ${wanted}: ${JSON.stringify(attribute)}`,
      );
    }
  }
  return value as Readonly<Record<string, unknown>>;
}
