import { z } from 'zod';
import type { InvocationError } from '@forge/events';
import {
  readDepartedProject,
  readRenamedProject,
  readReturnedProject,
} from '../usecases/jobs/project-jobs';
import type { World } from '../usecases/ports/world';
import { orLater } from './later';

const projectEvent = z.looseObject({
  eventType: z.string(),
  project: z.looseObject({
    id: z.union([z.string(), z.number()]).transform(String),
    key: z.string(),
  }),
});

const CHANGED = 'avi:jira:updated:project';
const BACK = new Set(['avi:jira:restored:project', 'avi:jira:unarchived:project']);

/**
 * Door of `trigger` project-changed. Jira tells of a project with one event, and of its issues with none. What people entered about
 * them stays: a project may come back.
 */
export function onProjectEvent(
  event: unknown,
  world: Pick<World, 'jobs' | 'queue' | 'ledger' | 'projectKeys' | 'random'>,
  now: Date,
): Promise<InvocationError | undefined> {
  const { eventType, project } = projectEvent.parse(event);
  if (eventType === CHANGED)
    return orLater(() => readRenamedProject(project, world, now), world.random);
  const read = BACK.has(eventType) ? readReturnedProject : readDepartedProject;
  return orLater(() => read(project.id, world, now), world.random);
}
