import type { Limits } from '../limits';
import { KvsRefusal } from './refusal';

// Error handling for the Key-Value Store and the Custom Entity Store: codes and the rule for keys.
// https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs
const KEY_RULE = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

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
