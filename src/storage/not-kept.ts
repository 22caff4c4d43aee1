import { NotKept } from '../usecases/ports/failures';
import { ownMember } from '../core/terms/own-member';

/** What storage says of a value or request that it does not take. */
export interface RefusedRecord {
  readonly code: string;
  readonly message: string;
}

const SHORTEN = 'Take something out of it or make it shorter, then try again.';
const TELL = 'Trying again will not help. Send these words to the person who installed Ballast.';

/**
 * Codes of the storage, with what they say about what was to be kept and what to do about it:
 * https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-customentities, and measured ones.
 */
const WORDS: Readonly<Record<string, readonly [why: string, advice: string]>> = {
  MAX_SIZE: ['it is larger than one record may be', SHORTEN],
  MAX_DEPTH: ['it is nested more deeply than a record may be', 'Make it flatter, then try again.'],
  INCORRECT_PROPERTY_TYPE: ['a value in it is of the wrong kind', TELL],
  INVALID_ENTITY_VALUE: ['a value in it is empty or of the wrong kind', TELL],
  SCHEMA_NOT_FOUND: [
    'storage does not know this kind of record yet',
    'Try again in a few minutes. If it stays, the person who installed Ballast has to deploy it again.',
  ],
};

/** The failure for a refusal that trying again does not change, in words; `doing`: what was being done. */
export function notKept(
  doing: string,
  { code, message }: RefusedRecord,
  options?: ErrorOptions,
): NotKept {
  const [why, advice] = ownMember(WORDS, code) ?? [`${message} (${code})`, TELL];
  return new NotKept(`Storage refused while ${doing}: ${why}`, advice, options);
}

/** Whether a key of a batch was refused for what was to be kept there: any other failure passes by itself. */
export function isForGood({ code }: RefusedRecord): boolean {
  return Object.hasOwn(WORDS, code);
}
