import { recordDecisions } from '../usecases/decisions/entries-from-scoring';
import { enterHotFixes } from '../usecases/hot-fix/enter-hot-fix';
import { linkNewEvidence } from '../usecases/hot-fix/link-new-evidence';
import { tightenDueDates } from '../usecases/hot-fix/tighten-due-date';
import { takeBackRemovals } from '../usecases/retention/take-back';
import type { World } from '../usecases/ports/world';
import { followPostMortems } from '../usecases/post-mortem/follow';

/** What a scoring sets off, in this order: a feature that reacts to scores has its row here. */
export const afterScoring: Pick<World, 'reactions' | 'afterwards'> = {
  reactions: [takeBackRemovals, recordDecisions, enterHotFixes, tightenDueDates, linkNewEvidence],
  afterwards: [followPostMortems],
};
