import type { ProjectRecords } from '../usecases/ports/upkeep';
import { removeDrafts, removeProposal } from './drafts';
import { removeJobs } from './jobs';
import { kvsPilots } from './pilots';
import { removeRubric } from './rubrics';

/** The rubric goes last: while it is there, a removal that was cut off is known to be one. */
export function kvsProjectRecords(): ProjectRecords {
  return {
    async remove(project) {
      await removeJobs(project);
      await kvsPilots().end(project);
      await removeDrafts({ project });
      await removeProposal({ project });
      await removeRubric({ project });
    },
  };
}
