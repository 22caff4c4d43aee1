import type { World } from '../ports/world';
import { inPilot, type Result } from './scored-issue';

/** Every score comes through here before anything is done with it: of projects in a pilot nothing is written to Jira, whatever asked for the score. */
export async function heldBackInPilots(
  results: readonly Result[],
  { pilots }: Pick<World, 'pilots'>,
): Promise<readonly Result[]> {
  const tried = await pilots.among(results.map(({ entry }) => entry.project));
  return tried.size === 0
    ? results
    : results.map((result) => (tried.has(result.entry.project) ? inPilot(result) : result));
}
