import { secondsToRetry } from '../ports/failures';
import type { World } from '../ports/world';
import { orUnknown } from './or-unknown';

/** Where Jira does not show anything yet, the next hour does it, or whatever is written first. */
export async function writeDownProjectKeys({
  projectKeys,
}: Pick<World, 'projectKeys'>): Promise<void> {
  try {
    await orUnknown(() => projectKeys.writeDownKeys(), undefined);
  } catch (failure) {
    if (secondsToRetry(failure) === null) throw failure;
  }
}
