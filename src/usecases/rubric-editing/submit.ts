import type { Overtaken } from '../../contract/drafts';
import type { RubricProposal, RubricPublication } from '../../contract/publication';
import { overtakenView } from './named-views';
import { stillAsIn } from '../../core/rubric/document/inherit';
import { Declined, Gone } from '../ports/failures';
import type { Refused, Waiting } from '../ports/settings';
import { checkProposal, publishRubric, type Proposal } from './publish';
import { doneWith, isDelivered } from './discard-published-draft';
import { editionOf, type Beginning, type Edition } from '../rubric/edition';
import { overtakenBy, overtaking, type Overtaking } from './newer-version';
import { mustPublish, openScene, type Scene, type SettingsDesk } from '../access/rubric-access';

/** What is handed in: of a part left out, what its author had before them is taken. */
export type Wish = Omit<RubricProposal, 'project'>;

/** So many authors are told what became of their proposals. */
const MOST_REFUSED = 20;

/**
 * Publishes a rubric in the person's name, or has it wait where the decision rights ask for an approval.
 * @throws Forbidden to whoever may not
 */
export async function proposeRubric(
  project: string | null,
  wish: Wish,
  desk: SettingsDesk,
): Promise<RubricPublication> {
  const scene = await openScene(project, desk);
  mustPublish(scene);
  return put(wish, null, scene, desk);
}

/**
 * Publishes an earlier version's document again as the next version. A part that follows the site's rubric goes on doing so only
 * where the site still has it as it was then: what comes back is exactly what was.
 */
export async function rollBack(
  project: string | null,
  version: number,
  reason: string,
  base: number,
  desk: SettingsDesk,
): Promise<RubricPublication> {
  const scene = await openScene(project, desk);
  mustPublish(scene);
  const stored = await desk.world.rubrics.edition(scene.scope, version);
  if (stored === null) throw new Gone(`There is no version ${version} of this rubric`);
  const { rubric, problems } = editionOf(stored);
  if (problems.length > 0) return { ok: false, problems };
  return put(
    {
      document: rubric,
      reason,
      base,
      inherits: stillAsIn(scene.site.rubric, rubric, stored.inherits ?? []),
    },
    version,
    scene,
    desk,
  );
}

/** A publication that names no version is of what its author had before them: nobody's work is written over unseen. */
async function seenBy(
  { base, site }: Pick<Wish, 'base' | 'site'>,
  scene: Scene,
  { drafts, me }: SettingsDesk,
): Promise<Required<Beginning>> {
  const mine =
    base === undefined || (site === undefined && scene.own === null)
      ? await drafts.mine(scene.scope, me)
      : null;
  return { base: base ?? mine?.base ?? scene.base, site: site ?? mine?.site ?? scene.site.version };
}

async function put(
  { draft, base, site, ...wish }: Wish,
  of: number | null,
  scene: Scene,
  desk: SettingsDesk,
): Promise<RubricPublication> {
  const { scope, verdict } = scene;
  const seen = await seenBy(
    { ...(base !== undefined && { base }), ...(site !== undefined && { site }) },
    scene,
    desk,
  );
  const proposal: Proposal = {
    ...wish,
    base: seen.base,
    scope,
    by: desk.me,
    ...(of === null ? {} : { origin: { cause: 'rolled back' as const, of } }),
  };
  const overtaken =
    scene.own === null
      ? await overtakenBy({ ...seen, inherits: wish.inherits ?? [] }, scene, desk)
      : null;
  if (overtaken !== null)
    return { ok: false, problems: [], overtaken: await named(overtaken, desk) };
  if (verdict.may && verdict.approval === 'needed') return handIn(proposal, seen, of, scene, desk);
  const published = await publishRubric(proposal, desk.world, desk.now);
  if (!published.ok)
    return {
      ok: false,
      problems: published.problems,
      ...(await asOvertaken(published.overtakenBy, seen, scene, desk)),
    };
  if (of === null) await doneWith(desk.me, wish.document, draft ?? null, scene, desk);
  return published;
}

async function handIn(
  proposal: Proposal,
  seen: Required<Beginning>,
  of: number | null,
  scene: Scene,
  desk: SettingsDesk,
): Promise<RubricPublication> {
  const parsed = await checkProposal(proposal, desk.world);
  if (!parsed.ok) return { ok: false, problems: parsed.problems };
  if (scene.own !== null && scene.own.version !== seen.base)
    return { ok: false, problems: [], ...(await asOvertaken(scene.own, seen, scene, desk)) };
  const before = await desk.proposals.read(scene.scope);
  const standing =
    before.waiting === null || isDelivered(before.waiting, scene.own) ? null : before.waiting;
  if (
    standing !== null &&
    standing.by !== desk.me &&
    (await overtakenBy(standing, scene, desk)) === null
  ) {
    throw new Declined(
      "Somebody else's proposal waits for approval already",
      'Look at it first: once it is answered, send yours. Your draft is kept.',
    );
  }
  const { inherits = [], reason, by } = proposal;
  const at = desk.now.toISOString();
  const waiting: Waiting = {
    id: `${desk.now.getTime()}-${before.revision + 1}`,
    document: parsed.rubric,
    inherits,
    ...seen,
    reason,
    by,
    at,
    of,
  };
  // Whoever's overtaken proposal makes room for this one has to learn it.
  const replaced: readonly Refused[] =
    standing === null || standing.by === by
      ? []
      : [{ author: standing.by, replaced: true, by, reason, at }];
  const refused = [
    ...replaced,
    ...before.refused.filter(({ author }) => author !== by && author !== standing?.by),
  ].slice(0, MOST_REFUSED);
  if (!(await desk.proposals.write(scene.scope, { waiting, refused, revision: before.revision }))) {
    throw new Declined(
      'Somebody else handed in a proposal at the same moment',
      'Look at it, then send yours again. Your draft is kept.',
    );
  }
  return { ok: false, problems: [], waiting: waiting.id };
}

async function asOvertaken(
  by: Edition | undefined,
  beginning: Beginning,
  { scope }: Scene,
  desk: SettingsDesk,
): Promise<{ readonly overtaken?: Overtaken }> {
  const overtaken = by === undefined ? null : await overtaking(beginning, by, scope, desk);
  return overtaken === null ? {} : { overtaken: await named(overtaken, desk) };
}

async function named(by: Overtaking, { people }: SettingsDesk): Promise<Overtaken> {
  return overtakenView(by, await people.names([by.by]));
}
