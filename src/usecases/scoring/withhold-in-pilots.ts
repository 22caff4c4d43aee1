import type { ScoredIssue, ScoringNeeds } from '../ports/world';
import { inPilot } from './scored-issue';

/** Every score comes through here before anything is done with it: of projects in a pilot nothing is written to Jira, whatever asked for the score. */
export async function withholdInPilots(
  all: readonly ScoredIssue[],
  { pilots }: Pick<ScoringNeeds, 'pilots'>,
): Promise<readonly ScoredIssue[]> {
  const tried = await pilots.among(all.map(({ entry }) => entry.project));
  return tried.size === 0
    ? all
    : all.map((scored) => (tried.has(scored.entry.project) ? inPilot(scored) : scored));
}
