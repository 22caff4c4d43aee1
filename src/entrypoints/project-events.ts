import { z } from 'zod';
import type { InvocationError } from '@forge/events';
import {
  readDepartedProject,
  readRenamedProject,
  readReturnedProject,
} from '../usecases/jobs/project-jobs';
import type { World } from '../usecases/ports/world';
import { projectDeleted, projectReturned } from '../usecases/retention/schedule-removal';
import { orLater } from './later';

const projectEvent = z.looseObject({
  eventType: z.string(),
  project: z.looseObject({
    id: z.union([z.string(), z.number()]).transform(String),
    key: z.string(),
  }),
});

const CHANGED = 'avi:jira:updated:project';
const DELETED = new Set(['avi:jira:deleted:project', 'avi:jira:softdeleted:project']);
const BACK = new Set(['avi:jira:restored:project', 'avi:jira:unarchived:project']);

/**
 * Door of `trigger` project-changed. Jira tells of a project with one event, and of its issues with none. What people entered about
 * them stays for weeks, as a project may come back.
 */
export function onProjectEvent(
  event: unknown,
  world: Pick<World, 'jobs' | 'queue' | 'ledger' | 'projectKeys' | 'random' | 'removals'>,
  now: Date,
): Promise<InvocationError | undefined> {
  const { eventType, project } = projectEvent.parse(event);
  return orLater(async () => {
    if (eventType === CHANGED) return readRenamedProject(project, world, now);
    if (BACK.has(eventType)) {
      await projectReturned(project, world);
      return readReturnedProject(project.id, world, now);
    }
    const isDeleted = DELETED.has(eventType);
    if (isDeleted) await projectDeleted(project, world, now);
    return readDepartedProject(project.id, isDeleted, world, now);
  }, world.random);
}
