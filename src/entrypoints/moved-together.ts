import { z } from 'zod';
import type { InvocationError } from '@forge/events';
import { rescoreMembers, type Container } from '../usecases/jobs/moved-together';
import type { World } from '../usecases/ports/world';
import { orLater } from './later';

/** Digits: it becomes part of a search. */
const id = z.union([z.string().regex(/^\d+$/u), z.int().nonnegative()]).transform(String);
const thing = z.looseObject({ id });
const movedEvent = z.union([
  z.looseObject({ eventType: z.string(), sprint: thing }),
  z.looseObject({ eventType: z.string(), version: thing }),
]);

/** After these no search finds the issues by what they belonged to. */
const GONE = /:(?:deleted|merged):/u;

/** Door of `trigger` moved-together: what many issues belong to has changed, and none of them was edited. */
export function onMovedTogether(
  event: unknown,
  world: Pick<World, 'jobs' | 'queue' | 'random'>,
  now: Date,
): Promise<InvocationError | undefined> {
  const parsed = movedEvent.parse(event);
  const [container, { id: which }]: [Container, { readonly id: string }] =
    'sprint' in parsed ? ['sprint', parsed.sprint as { id: string }] : ['version', parsed.version];
  const gone = GONE.test(parsed.eventType);
  return orLater(() => rescoreMembers(container, { id: which, gone }, world, now), world.random);
}
