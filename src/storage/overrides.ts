import type { Overrides } from '../usecases/ports/evidence';
import { changeAttached, readAttached } from './attached';

export function kvsOverrides(): Overrides {
  return {
    of: async (issueId) => (await readAttached([issueId])).get(issueId)?.overrides ?? [],

    async replace(issueId, next, seen) {
      let kept = false;
      await changeAttached(issueId, (before) => {
        kept = JSON.stringify(before.overrides) === JSON.stringify(seen);
        return kept ? { ...before, overrides: next } : null;
      });
      return kept;
    },
  };
}
