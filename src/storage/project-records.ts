import type { ProjectRecords } from '../usecases/ports/upkeep';
import { removeDrafts, removeProposal } from './drafts';
import { removeJobs } from './jobs';
import { kvsPilots } from './pilots';
import type { ProjectNames } from './project-names';
import { removeRubric } from './rubrics';

/** The rubric goes last: while it is there, a removal that was cut off is known to be one. */
export function kvsProjectRecords(names: ProjectNames): ProjectRecords {
  return {
    async remove(project) {
      await removeJobs(project, names);
      await kvsPilots(names).end(project);
      await removeDrafts({ project }, names);
      await removeProposal({ project }, names);
      await removeRubric({ project }, names);
    },
  };
}
