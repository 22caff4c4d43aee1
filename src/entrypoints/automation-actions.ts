import { z } from 'zod';
import type { Project } from '../core/terms/project';
import { overrideLane } from '../usecases/automation/override-lane';
import { recordEvidenceOfItem } from '../usecases/automation/record-evidence-of-item';
import { rescoreItem } from '../usecases/automation/rescore-item';
import { rescoreProject } from '../usecases/automation/rescore-project';
import { Declined, Forbidden, Gone } from '../usecases/ports/failures';
import { noteActed } from '../usecases/health/notes';
import type { Viewer, World } from '../usecases/ports/world';
import type { People } from '../usecases/ports/people';
import { lane, needed, optional, project, recordInputs, workItem } from './action-inputs';
import { ruleErrors, type RuleErrors } from './rule-errors';

/** What the composition root gives: `viewer` asks Jira as the rule's user, whose rights every action checks. */
export interface RuleSurroundings {
  readonly world: World;
  readonly viewer: Viewer;
  readonly people: People;
  /** Account id of the rule's user. */
  readonly by: string | null;
  readonly now: Date;
}

type Done<T> = Promise<T | RuleErrors>;

/** Runs an action, and notes for the setup check when a rule last asked for one and what came of it. */
async function noted<T extends object>(
  what: string,
  { world, by, now }: RuleSurroundings,
  work: () => Promise<T>,
): Done<T> {
  const outcome = await ruleErrors(async () => {
    // Each action asks Jira in the name of the rule's actor; without one the platform would ask nobody for a consent.
    if (by === null)
      throw new Declined(
        'Ballast cannot tell whose rights this rule has',
        'Set the actor of the rule to a person',
      );
    return work();
  });
  await noteActed(
    what,
    'errors' in outcome ? outcome.errors.map(({ message }) => message).join(' ') : null,
    world,
    now,
  );
  return outcome;
}

/** Action *Rescore work item*. */
export function onRescoreItem(payload: unknown, at: RuleSurroundings): Done<object> {
  const { viewer, world, now } = at;
  return noted('Rescore work item', at, async () =>
    rescoreItem(z.looseObject({ workItem }).parse(payload).workItem, viewer, world, now),
  );
}

/** A rule names a project by its key, as its user sees it. */
async function seenProject(key: string, { viewer }: RuleSurroundings): Promise<Project> {
  const found = await viewer.project(key);
  if (found === null)
    throw new Gone(`There is no project ${key}, or the rule's user may not see it`);
  return found;
}

/** Action *Rescore project*. */
export function onRescoreProject(payload: unknown, at: RuleSurroundings): Done<object> {
  return noted('Rescore project', at, async () =>
    rescoreProject(await seenProject(z.looseObject({ project }).parse(payload).project, at), at),
  );
}

/** Action *Record evidence*. */
export function onRecordEvidence(payload: unknown, at: RuleSurroundings): Done<object> {
  return noted('Record evidence', at, async () => {
    const { workItem: key, ...said } = recordInputs(at.now).parse(payload);
    return recordEvidenceOfItem(key, said, at);
  });
}

const overrideInputs = z.looseObject({
  workItem,
  lane,
  reason: needed('Reason', 'say why people know better here', 500),
  until: optional(z.string()),
});

/** Action *Override lane*. */
export function onOverrideLane(payload: unknown, at: RuleSurroundings): Done<object> {
  const { by, ...surroundings } = at;
  return noted('Override lane', at, async () => {
    const { workItem: key, ...request } = overrideInputs.parse(payload);
    if (by === null)
      throw new Forbidden('The rule runs as nobody, and an override needs an author');
    return overrideLane(key, request, { ...surroundings, me: by });
  });
}
