import { rubricDifference } from '../../core/rubric/document/difference';
import { type RubricChange } from '../../core/rubric/document/rubric-change';
import {
  followed,
  inheritanceChanges,
  inherited,
  type Section,
} from '../../core/rubric/document/inherit';
import { parseRubric } from '../../core/rubric/document/parse';
import type { RubricProblem } from '../../core/rubric/schema/problem';
import type { Rubric } from '../../core/rubric/schema/schema';
import { isPlain } from '../../core/rubric/document/with-defaults';
import { Declined } from '../ports/failures';
import { publishedJob, startJob } from '../jobs/start-job';
import type { RubricScope, StoredRubric } from '../ports/world';
import { newestOf, siteEdition, type Edition } from '../rubric/edition';
import { tooLarge } from '../rubric/size-limit';
import type { Needs } from './needs';

export type Publication =
  | { readonly ok: true; readonly version: number; readonly jobId: string }
  | {
      readonly ok: false;
      readonly problems: readonly RubricProblem[];
      /** The version that came in between. */ readonly overtakenBy?: Edition;
    };

export interface Proposal extends Pick<StoredRubric, 'origin' | 'approval'> {
  readonly scope: RubricScope;
  readonly document: unknown;
  readonly reason: string;
  /** Account id of the person who publishes. */
  readonly by: string;
  /** The version that it was made from; left out, nobody looks. */
  readonly base?: number;
  readonly inherits?: readonly Section[];
}

/** Enough to see what a version was about; the two documents tell the rest. */
const CHANGES_KEPT = 50;
const LONGEST_CHANGE = 300;

/** Checks a document as it would be published in its scope. */
export async function checkProposal(
  { scope, document, inherits = [] }: Pick<Proposal, 'scope' | 'document' | 'inherits'>,
  world: Pick<Needs, 'rubrics'>,
): Promise<ReturnType<typeof parseRubric>> {
  const whole =
    scope === 'site' || inherits.length === 0 || !isPlain(document)
      ? document
      : inherited(document, inherits, (await siteEdition(world.rubrics)).rubric);
  const parsed = parseRubric(whole);
  const large = parsed.ok ? tooLarge(parsed.rubric) : null;
  return large === null ? parsed : { ok: false, problems: [large] };
}

/** Stores a sound rubric as the next version of its scope and has every issue that it governs scored again. Whoever calls has asked who may. */
export async function publishRubric(
  proposal: Proposal,
  world: Needs,
  now: Date,
): Promise<Publication> {
  const stored = await storeVersion(proposal, world, now);
  if (!stored.ok) return stored;
  const jobId = `publish-${proposal.scope === 'site' ? 'site' : proposal.scope.project}-${stored.version}`;
  const job = await publishedJob(proposal.scope, { id: jobId, by: proposal.by }, world, now);
  await startJob(
    proposal.scope === 'site' ? { ...job, steps: ['follow', ...job.steps] } : job,
    world,
  );
  return { ok: true, version: stored.version, jobId };
}

/** The same without the scoring, for work that scores afterwards by itself. */
export async function storeVersion(
  proposal: Proposal,
  world: Needs,
  now: Date,
): Promise<{ readonly ok: true; readonly version: number } | Extract<Publication, { ok: false }>> {
  const { scope, base, reason, by, origin, approval } = proposal;
  const inherits = scope === 'site' ? [] : (proposal.inherits ?? []);
  const parsed = await checkProposal(proposal, world);
  if (!parsed.ok) return { ok: false, problems: parsed.problems };
  const current = await newestOf(scope, world.rubrics);
  const version = (current?.version ?? 0) + 1;
  if (base !== undefined && base !== version - 1 && current !== null) {
    return isTheSame(current, { ...proposal, document: parsed.rubric })
      ? { ok: true, version: current.version }
      : { ok: false, problems: [], overtakenBy: current };
  }
  const { changes, more } = changesSince(
    current ?? (await siteEdition(world.rubrics)),
    parsed.rubric,
    scope === 'site' ? [] : followed(current?.stored ?? null),
    inherits,
  );
  const stored: StoredRubric = {
    document: { ...parsed.rubric, version },
    version,
    by,
    reason,
    at: now.toISOString(),
    inherits,
    changes,
    more,
    ...(origin === undefined ? {} : { origin }),
    ...(approval === undefined ? {} : { approval }),
  };
  try {
    await world.rubrics.publish(scope, stored);
  } catch (failure) {
    if (!(failure instanceof Declined) || base === undefined) throw failure;
    world.rubrics.refresh();
    const theirs = await newestOf(scope, world.rubrics);
    if (theirs === null || theirs.version <= base) throw failure;
    return { ok: false, problems: [], overtakenBy: theirs };
  }
  return { ok: true, version };
}

/** Somebody tries again what was published before the answer got lost: it is published, and only its scoring may have to begin. */
export function isTheSame(
  { stored, version, rubric }: Edition,
  { base, by, reason, document }: Pick<Proposal, 'base' | 'by' | 'reason' | 'document'>,
): boolean {
  if (
    stored === null ||
    base === undefined ||
    version !== base + 1 ||
    stored.by !== by ||
    stored.reason !== reason
  )
    return false;
  const parsed = parseRubric(document);
  return parsed.ok && rubricDifference(rubric, parsed.rubric).length === 0;
}

function changesSince(
  before: Edition,
  after: Rubric,
  inherited: readonly Section[],
  inherits: readonly Section[],
): { readonly changes: readonly RubricChange[]; readonly more: number } {
  const all = [
    ...inheritanceChanges(inherited, inherits),
    ...(before.problems.length > 0 ? [] : rubricDifference(before.rubric, after)),
  ];
  const changes = all.slice(0, CHANGES_KEPT).map(({ text, ...rest }) => ({
    ...rest,
    text: text.length > LONGEST_CHANGE ? `${text.slice(0, LONGEST_CHANGE - 1)}…` : text,
  }));
  return { changes, more: all.length - changes.length };
}
