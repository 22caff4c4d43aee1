import type { NamedProjects } from '../../src/storage/named-projects';
import type { Naming, ProjectNames } from '../../src/storage/project-names';

const naming: Naming = { nameOf: (project) => project, projectOf: (name) => name };

/** Of a site where no earlier version has kept anything. */
export const namesAsTheyAre: ProjectNames = {
  of: async () => naming,
  toWrite: async () => naming,
  writeDownKeys: async () => undefined,
};

/** Of rubrics that name no project. */
export const nothingNamed: NamedProjects = {
  meantBy: async () => [],
  today: async (stored) => stored,
  keyIs: async () => false,
};
