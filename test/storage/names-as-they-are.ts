import type { Naming, ProjectNames } from '../../src/storage/project-names';

const naming: Naming = { nameOf: (project) => project, projectOf: (name) => name };

/** Of a site where no earlier version has kept anything. */
export const namesAsTheyAre: ProjectNames = {
  of: async () => naming,
  toWrite: async () => naming,
  writeDownKeys: async () => undefined,
};
