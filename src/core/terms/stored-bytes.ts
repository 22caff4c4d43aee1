/** Bytes that a value takes in storage, which counts them as JSON in UTF-8: a letter of Japanese is three. */
export function storedBytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** The most of one record, in bytes, out of the 240 KiB that storage takes: what lies around it needs some of them. */
export const RECORD_BUDGET = 220 * 1_024;

/** The same of what is kept as one text within a record: each of its quotation marks is written with a sign more. */
export function storedTextBytes(value: unknown): number {
  return storedBytes(JSON.stringify(value));
}
