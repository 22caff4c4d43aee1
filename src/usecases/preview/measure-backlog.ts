import { projectKeyIn, type ProjectId } from '../../core/terms/project';
import type { OutsideIssue } from '../../core/preview/inherited-outcomes';
import { bandOf } from '../../core/lanes/band';
import type { Outcome } from '../../core/preview/outcome';
import {
  previewBacklog,
  type BacklogPreview,
  type EachIssue,
} from '../../core/preview/preview-backlog';
import type { Preview } from '../../core/preview/preview';
import type { PreviewPlans } from '../../core/preview/preview-plans';
import { reachOf } from '../../core/preview/reach';
import type { Rubric } from '../../core/rubric/schema/schema';
import { planScoring } from '../../core/scoring/plan';
import type { LedgerEntry, LedgerPage, LedgerQuestion } from '../ports/world';
import { newestOf, siteEdition } from '../rubric/edition';
import { followerOf, type Follower } from './follower-plans';
import { lackingSignals } from './lacking';
import { withUnread } from './with-unread';
import type { Needs } from './needs';

type PreviewWorld = Pick<Needs, 'ledger' | 'rubrics'>;

/** How the ledger is walked through: a person waits for it, or a consumer that reports on the way. */
export interface Walk {
  page(question: LedgerQuestion, cursor: string | null): Promise<LedgerPage>;
  /** After each page, with the open issues so far; false stops the walk. */
  goOn(issues: number): Promise<boolean>;
  readonly each?: EachIssue;
}

/**
 * Works out from the ledger alone what publishing this rubric for a project, or for the site, would do. Of projects with a rubric
 * of their own the site's concerns those that take parts from it, each by its own rubric with those parts as the draft has them.
 * Null when the walk was stopped.
 */
export async function measureBacklog(
  { project, draft }: { readonly project: ProjectId | null; readonly draft: Rubric },
  world: PreviewWorld,
  walk: Walk,
  now: Date,
): Promise<Preview | null> {
  const inForce =
    (await newestOf(project === null ? 'site' : { project }, world.rubrics)) ??
    (await siteEdition(world.rubrics));
  const broken = inForce.problems.length > 0;
  const plans: PreviewPlans = {
    before: broken ? null : planScoring(inForce.rubric),
    after: planScoring(draft),
  };
  const backlog = previewBacklog(plans, now, walk.each);
  const lacking = lackingSignals(world.rubrics);
  const followers = new Map<ProjectId, Follower | null>();
  const question: LedgerQuestion = project === null ? { by: 'open' } : { by: 'project', project };
  const byProject = new Map<ProjectId, number>();
  const keys = new Map<ProjectId, string>();
  let [issues, unread] = [0, 0];
  for (let coming: Promise<LedgerPage> | null = walk.page(question, null); coming !== null;) {
    const { entries, next }: LedgerPage = await coming;
    // The next page is on its way while this one is scored.
    coming = next === null ? null : quiet(walk.page(question, next));
    const open = entries.filter((entry) => entry.open);
    for (const entry of open) {
      keys.set(entry.project, projectKeyIn(entry.key));
      byProject.set(entry.project, (byProject.get(entry.project) ?? 0) + 1);
      if (project === null && !followers.has(entry.project))
        followers.set(entry.project, await followerOf(entry.project, draft, world));
      const follower = followers.get(entry.project) ?? null;
      if (follower !== null && follower.plans === null) continue;
      issues += 1;
      if (entry.unreadable === true) {
        unread += 1;
        continue;
      }
      const own = follower?.plans ?? plans;
      const { issueId, signals, blocks, written } = entry;
      const pending = await lacking.of(entry, own);
      if (signals !== null)
        backlog.add({
          issueId,
          signals,
          blocks,
          pending,
          ...(follower?.plans != null && { plans: follower.plans }),
          ...(own.before === null && { recorded: recordedOf(written, own.after.rubric) }),
        });
    }
    if (!(await walk.goOn(issues))) return null;
  }
  const preview = withUnread(backlog.done(await othersOf(backlog, world), lacking.words()), unread);
  if (project !== null) return preview;
  const keeping = [...followers].flatMap(([id, follower]) =>
    follower?.keeps == null ? [] : [{ project: keys.get(id) ?? id, why: follower.keeps }],
  );
  return {
    ...preview,
    reach: {
      ...reachOf(byProject, await world.rubrics.owned(), { before: inForce.rubric, after: draft }),
      keeping,
    },
  };
}

/** A failure counts where the page is awaited, which may never be. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** What stands in Jira's fields. They do not hold the band: the draft's thresholds tell it, as those of a broken rubric cannot. */
function recordedOf(written: LedgerEntry['written'], draft: Rubric): Outcome {
  if (written === null)
    return { score: null, band: null, lane: 'unsorted', horizon: null, inherited: null };
  const { score, lane, horizon } = written;
  return {
    score,
    band: score === null ? null : bandOf(score, draft),
    lane: lane as Outcome['lane'],
    horizon: horizon as Outcome['horizon'],
    inherited: null,
  };
}

/** Issues of other projects that wait for issues of this backlog, directly or through others: the draft does not judge them. */
async function othersOf(
  backlog: BacklogPreview,
  { ledger }: PreviewWorld,
): Promise<ReadonlyMap<string, OutsideIssue>> {
  const others = new Map<string, OutsideIssue>();
  for (let ids = backlog.missing(others); ids.length > 0; ids = backlog.missing(others)) {
    const found = await ledger.read(ids);
    for (const id of ids) others.set(id, outsideIssue(found.get(id)));
  }
  return others;
}

function outsideIssue(entry: LedgerEntry | undefined): OutsideIssue {
  if (entry === undefined) return { key: '', own: null, low: 0, high: 0, blocks: [], open: false };
  const { key, own, open, blocks } = entry;
  return { key, own: own?.score ?? null, low: own?.low ?? 0, high: own?.high ?? 0, blocks, open };
}
