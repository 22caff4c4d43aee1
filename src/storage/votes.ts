import type { VoteRecords } from '../usecases/ports/votes';
import { changeAttached, readAttached } from './attached';

/** Votes stand beside an issue's overrides and evidence: scoring reads all of them at once, and every writer counts the record's revision up. */
export function kvsVotes(): VoteRecords {
  return {
    of: async (issueId) => (await readAttached([issueId])).get(issueId)?.votes ?? {},
    change: (issueId, change) =>
      changeAttached(issueId, (before) => ({ ...before, votes: change(before.votes) })),
  };
}
