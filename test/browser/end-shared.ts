import './start-shared';

/** Ends what start-shared.ts started. */
// eslint-disable-next-line no-restricted-syntax -- what Jest calls by itself is the default export
export default async function endShared(): Promise<void> {
  await globalThis.endShared?.();
}
