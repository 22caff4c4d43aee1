import type { ProjectId } from '../../core/terms/project';
import type { Overtaken } from '../../contract/drafts';
import type { RubricRollback } from '../../contract/versions';
import type { RubricProposal, RubricPublication } from '../../contract/publication';
import { overtakenView } from './named-views';
import { stillAsIn } from '../../core/rubric/document/inherit';
import { Declined, Gone } from '../ports/failures';
import type { Refused, Waiting } from '../ports/settings';
import { checkProposal, publishRubric, type Proposal } from './publish';
import { discardPublished, isDelivered } from './discard-published-draft';
import { editionOf, type Beginning, type Edition } from '../rubric/edition';
import { overtakenBy, overtaking, type Overtaking } from './newer-version';
import {
  mustPublish,
  openAccess,
  type RubricAccess,
  type SettingsContext,
} from '../access/rubric-access';

/** What is handed in: of a part left out, what its author had before them is taken. */
export type Submission = Omit<RubricProposal, 'project'>;

/** So many authors are told what became of their proposals. */
const MOST_REFUSED = 20;

/**
 * Publishes a rubric in the person's name, or has it wait where the decision rights ask for an approval.
 * @throws Forbidden to whoever may not
 */
export async function proposeRubric(
  project: ProjectId | null,
  submission: Submission,
  context: SettingsContext,
): Promise<RubricPublication> {
  const access = await openAccess(project, context);
  mustPublish(access);
  return submit(submission, null, access, context);
}

/**
 * Publishes an earlier version's document again as the next version. A part that follows the site's rubric goes on doing so only
 * where the site still has it as it was then: what comes back is exactly what was.
 */
export async function rollBack(
  project: ProjectId | null,
  { version, reason, base }: Omit<RubricRollback, 'project'>,
  context: SettingsContext,
): Promise<RubricPublication> {
  const access = await openAccess(project, context);
  mustPublish(access);
  const stored = await context.world.rubrics.edition(access.scope, version);
  if (stored === null) throw new Gone(`There is no version ${version} of this rubric`);
  const { rubric, problems } = editionOf(stored);
  if (problems.length > 0) return { ok: false, problems };
  return submit(
    {
      document: rubric,
      reason,
      base,
      inherits: stillAsIn(access.site.rubric, rubric, stored.inherits ?? []),
    },
    version,
    access,
    context,
  );
}

/** A publication that names no version is of what its author had before them: nobody's work is written over unseen. */
async function seenBy(
  { base, site }: Pick<Submission, 'base' | 'site'>,
  access: RubricAccess,
  { drafts, me }: SettingsContext,
): Promise<Required<Beginning>> {
  const mine =
    base === undefined || (site === undefined && access.own === null)
      ? await drafts.mine(access.scope, me)
      : null;
  return {
    base: base ?? mine?.base ?? access.base,
    site: site ?? mine?.site ?? access.site.version,
  };
}

async function submit(
  { draft, base, site, ...submission }: Submission,
  of: number | null,
  access: RubricAccess,
  context: SettingsContext,
): Promise<RubricPublication> {
  const { scope, verdict } = access;
  const seen = await seenBy(
    { ...(base !== undefined && { base }), ...(site !== undefined && { site }) },
    access,
    context,
  );
  const proposal: Proposal = {
    ...submission,
    base: seen.base,
    scope,
    by: context.me,
    ...(of === null ? {} : { origin: { cause: 'rolled back' as const, of } }),
  };
  const overtaken =
    access.own === null
      ? await overtakenBy({ ...seen, inherits: submission.inherits ?? [] }, access, context)
      : null;
  if (overtaken !== null)
    return { ok: false, problems: [], overtaken: await named(overtaken, context) };
  if (verdict.may && verdict.approval === 'needed')
    return submitForReview(proposal, { ...seen, of }, access, context);
  const published = await publishRubric(proposal, context.world, context.now);
  if (!published.ok)
    return {
      ok: false,
      problems: published.problems,
      ...(await asOvertaken(published.overtakenBy, seen, access, context)),
    };
  if (of === null)
    await discardPublished(
      { author: context.me, document: submission.document, revision: draft ?? null },
      access,
      context,
    );
  return published;
}

async function submitForReview(
  proposal: Proposal,
  seen: Required<Beginning> & Pick<Waiting, 'of'>,
  access: RubricAccess,
  context: SettingsContext,
): Promise<RubricPublication> {
  const parsed = await checkProposal(proposal, context.world);
  if (!parsed.ok) return { ok: false, problems: parsed.problems };
  if (access.own !== null && access.own.version !== seen.base)
    return { ok: false, problems: [], ...(await asOvertaken(access.own, seen, access, context)) };
  const before = await context.proposals.read(access.scope);
  const standing =
    before.waiting === null || isDelivered(before.waiting, access.own) ? null : before.waiting;
  if (
    standing !== null &&
    standing.by !== context.me &&
    (await overtakenBy(standing, access, context)) === null
  ) {
    throw new Declined(
      "Somebody else's proposal waits for approval already",
      'Look at it first: once it is answered, send yours. Your draft is kept.',
    );
  }
  const { inherits = [], reason, by } = proposal;
  const at = context.now.toISOString();
  const waiting: Waiting = {
    id: `${context.now.getTime()}-${before.revision + 1}`,
    document: parsed.rubric,
    inherits,
    ...seen,
    reason,
    by,
    at,
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
  if (
    !(await context.proposals.write(access.scope, { waiting, refused, revision: before.revision }))
  ) {
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
  { scope }: RubricAccess,
  context: SettingsContext,
): Promise<{ readonly overtaken?: Overtaken }> {
  const overtaken = by === undefined ? null : await overtaking(beginning, by, scope, context);
  return overtaken === null ? {} : { overtaken: await named(overtaken, context) };
}

async function named(by: Overtaking, { people }: SettingsContext): Promise<Overtaken> {
  return overtakenView(by, await people.names([by.by]));
}
