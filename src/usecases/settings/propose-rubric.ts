import { rubricDifference } from '../../core/rubric/difference';
import type { Section } from '../../core/rubric/inherit';
import { stillAsIn } from '../../core/rubric/inherit';
import { parseRubric } from '../../core/rubric/parse';
import type { RubricProblem } from '../../core/rubric/problem';
import { Declined, Gone } from '../failures';
import type { Waiting } from '../ports/settings';
import { checkProposal, publishRubric, type Proposal } from '../publish-rubric';
import { editionOf } from './editions';
import { overtaking, type Overtaking } from './overtaking';
import { mustPublish, openScene, type Scene, type SettingsDesk } from './scene';

export interface Wish {
  readonly document: unknown;
  readonly reason: string;
  readonly base?: number;
  readonly inherits?: readonly Section[];
  /** Revision of the draft that it was made from: it is done with afterwards. */
  readonly draft?: number;
}

export type Outcome =
  | { readonly ok: true; readonly version: number; readonly jobId: string }
  | { readonly ok: false; readonly problems: readonly RubricProblem[]; readonly overtaken?: Overtaking; /** Id of what now waits for an approval. */ readonly waiting?: string };

/**
 * Publishes a rubric in the person's name, or has it wait where the decision rights ask for an approval.
 * @throws Forbidden to whoever may not
 */
export async function proposeRubric(project: string | null, wish: Wish, desk: SettingsDesk): Promise<Outcome> {
  const scene = await openScene(project, desk);
  mustPublish(scene);
  return put(wish, null, scene, desk);
}

/**
 * Publishes an earlier version's document again as the next version. A part that follows the site's rubric goes on doing so only
 * where the site still has it as it was then: what comes back is exactly what was.
 */
export async function rollBack(project: string | null, version: number, reason: string, base: number, desk: SettingsDesk): Promise<Outcome> {
  const scene = await openScene(project, desk);
  mustPublish(scene);
  const stored = await desk.world.rubrics.edition(scene.scope, version);
  if (stored === null) throw new Gone(`There is no version ${version} of this rubric`);
  const { rubric, problems } = editionOf(stored);
  if (problems.length > 0) return { ok: false, problems };
  return put({ document: rubric, reason, base, inherits: stillAsIn(scene.site.rubric, rubric, stored.inherits ?? []) }, version, scene, desk);
}

async function put({ draft, ...wish }: Wish, of: number | null, scene: Scene, desk: SettingsDesk): Promise<Outcome> {
  const { scope, verdict } = scene;
  const proposal: Proposal = { ...wish, scope, by: desk.me, ...(of === null ? {} : { origin: { cause: 'rolled back' as const, of } }) };
  if (verdict.may && verdict.approval === 'needed') return handIn(proposal, of, scene, desk);
  const published = await publishRubric(proposal, desk.world, desk.now);
  if (!published.ok) return { ok: false, problems: published.problems, ...(await asOvertaken(published.overtakenBy, wish.base ?? 0, scene, desk)) };
  if (of === null) await doneWith(desk.me, wish.document, draft ?? null, scene, desk);
  return published;
}

async function handIn(proposal: Proposal, of: number | null, scene: Scene, desk: SettingsDesk): Promise<Outcome> {
  const parsed = await checkProposal(proposal, desk.world);
  if (!parsed.ok) return { ok: false, problems: parsed.problems };
  const base = proposal.base ?? scene.base;
  if (scene.own !== null && scene.own.version !== base) return { ok: false, problems: [], ...(await asOvertaken(scene.own, base, scene, desk)) };
  const before = await desk.proposals.read(scene.scope);
  if (before.waiting !== null && before.waiting.by !== desk.me && before.waiting.base === scene.base) {
    throw new Declined("Somebody else's proposal waits for approval already", 'Look at it first: once it is answered, send yours. Your draft is kept.');
  }
  const { inherits = [], reason, by } = proposal;
  const waiting: Waiting = { id: `${desk.now.getTime()}-${before.revision + 1}`, document: parsed.rubric, inherits, base, reason, by, at: desk.now.toISOString(), of };
  if (!(await desk.proposals.write(scene.scope, { waiting, refused: null, revision: before.revision }))) {
    throw new Declined('Somebody else handed in a proposal at the same moment', 'Look at it, then send yours again. Your draft is kept.');
  }
  return { ok: false, problems: [], waiting: waiting.id };
}

async function asOvertaken(by: Parameters<typeof overtaking>[1] | undefined, base: number, { scope }: Scene, desk: SettingsDesk): Promise<{ readonly overtaken?: Overtaking }> {
  const overtaken = by === undefined ? null : await overtaking(base, by, scope, desk);
  return overtaken === null ? {} : { overtaken };
}

/** Takes a draft away once it is published: the one named, or one that says the same. What was saved since stays. */
export async function doneWith(author: string, document: unknown, revision: number | null, { scope }: Pick<Scene, 'scope'>, { drafts }: Pick<SettingsDesk, 'drafts'>): Promise<void> {
  const kept = await drafts.mine(scope, author);
  if (kept === null) return;
  if (kept.revision === revision || sameRubric(kept.document, document)) await drafts.discard(scope, author, kept.revision);
}

export function sameRubric(one: unknown, other: unknown): boolean {
  const [a, b] = [parseRubric(one), parseRubric(other)];
  return a.ok && b.ok && rubricDifference(a.rubric, b.rubric).length === 0;
}
