import { z } from 'zod';
import type { Project } from '../core/terms/project';
import { Gone } from '../usecases/ports/failures';
import type { Viewer } from '../usecases/ports/world';
import type { AskContext } from './surroundings';

/** What Forge says of the project in whose settings, or on whose issue, the question was asked. */
const standsIn = z.looseObject({
  project: z.looseObject({
    id: z.union([z.string(), z.number()]).transform(String),
    key: z.string(),
  }),
});

/** The id of the project that a surface stands in comes with each of its questions; any other key is looked up as the person, once. */
export function projectsAsked(
  extension: unknown,
  viewer: Pick<Viewer, 'project'>,
): AskContext['projectOf'] {
  const place = standsIn.safeParse(extension);
  const asked = new Map<string, Promise<Project>>();
  if (place.success) {
    const { id, key } = place.data.project;
    asked.set(key, Promise.resolve({ id, key }));
  }
  return (key) => {
    const project = asked.get(key) ?? lookUp(key, viewer);
    asked.set(key, project);
    return project;
  };
}

async function lookUp(key: string, viewer: Pick<Viewer, 'project'>): Promise<Project> {
  const project = await viewer.project(key);
  if (project === null) throw new Gone(`Project ${key} does not exist, or you may not see it`);
  return project;
}
