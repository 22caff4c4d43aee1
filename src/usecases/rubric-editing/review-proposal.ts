import type { ProjectId } from '../../core/terms/project';
import type { RubricAnswer, RubricAnswered } from '../../contract/publication';
import { mayApprove } from '../../core/overrides/decision-rights';
import { Declined, Forbidden } from '../ports/failures';
import type { ProposalContext, Waiting } from '../ports/settings';
import { publishRubric } from './publish';
import { discardPublished } from './discard-published-draft';
import { overtakenBy } from './newer-version';
import {
  approversOf,
  openAccess,
  type RubricAccess,
  type SettingsContext,
} from '../access/rubric-access';

/**
 * Approves or refuses what waits, or takes back one's own; nobody answers themselves.
 * @throws Forbidden to whoever may not; Declined when it no longer waits, or somebody published since
 */
export async function answerRubric(
  project: ProjectId | null,
  reply: Omit<RubricAnswer, 'project'>,
  context: SettingsContext,
): Promise<RubricAnswered> {
  const access = await openAccess(project, context);
  const before = await context.proposals.read(access.scope);
  const { waiting } = before;
  if (waiting === null || waiting.id !== reply.id)
    throw new Declined(
      'This proposal no longer waits for an answer',
      'Reload: it was answered, taken back, or handed in anew.',
    );
  if (reply.answer === 'takeBack') {
    if (waiting.by !== context.me) throw new Forbidden('Only who handed it in can take it back.');
    await close(before, [], access, context);
    return { done: 'taken back' };
  }
  const why = whyNot(waiting.by, access, context.me);
  if (why !== null) throw new Forbidden(why);
  if (reply.answer === 'approve')
    return approve({ ...before, waiting }, reply.reason, access, context);
  await close(
    before,
    [{ author: waiting.by, by: context.me, reason: reply.reason, at: context.now.toISOString() }],
    access,
    context,
  );
  return { done: 'refused' };
}

/** Null for who may approve or refuse what this author proposed. */
export function whyNot(author: string, access: RubricAccess, me: string): string | null {
  if (author === me) return 'Nobody approves their own: somebody else has to.';
  return mayApprove(access.right, access.who, author, false)
    ? null
    : `Only ${approversOf(access)} may approve this.`;
}

async function approve(
  before: ProposalContext & { readonly waiting: Waiting },
  note: string,
  access: RubricAccess,
  context: SettingsContext,
): Promise<RubricAnswered> {
  const { waiting } = before;
  const { document, inherits, base, reason, by, of } = waiting;
  const overtaken = access.own === null ? await overtakenBy(waiting, access, context) : null;
  if (overtaken !== null)
    throw new Declined(
      `Version ${overtaken.version} of the site's rubric was published since this was handed in`,
      'Refuse it, and ask its author to take the newer version in.',
    );
  const origin = of === null ? {} : { origin: { cause: 'rolled back' as const, of } };
  const published = await publishRubric(
    {
      scope: access.scope,
      document,
      inherits,
      base,
      reason,
      by,
      approval: { by: context.me, note },
      ...origin,
    },
    context.world,
    context.now,
  );
  if (!published.ok) {
    if (published.overtakenBy !== undefined)
      throw new Declined(
        `Version ${published.overtakenBy.version} was published since this was handed in`,
        'Refuse it, and ask its author to take the newer version in.',
      );
    throw new Declined(
      `It can no longer be published: ${published.problems.map(({ path, problem }) => `${path} ${problem}`).join('; ')}`,
      'Refuse it, and ask its author to mend that.',
    );
  }
  await close(before, [], access, context);
  await discardPublished({ author: by, document, revision: null }, access, context);
  return { done: 'published', version: published.version, jobId: published.jobId };
}

async function close(
  { waiting, refused, revision }: ProposalContext,
  answered: ProposalContext['refused'],
  { scope }: RubricAccess,
  { proposals }: SettingsContext,
): Promise<void> {
  if (
    await proposals.write(scope, {
      waiting: null,
      refused: [...answered, ...refused.filter(({ author }) => author !== waiting?.by)],
      revision,
    })
  )
    return;
  throw new Declined(
    'Somebody else answered it at the same moment',
    'Reload to see how it stands.',
  );
}
