import { projectKeyIn, type ProjectId } from '../../core/terms/project';
import { overtaken, retryWhenOvertaken } from '../../core/attempts/retry-when-overtaken';
import { stillAsIn } from '../../core/rubric/document/inherit';
import type { Job, JobFailure, PageOutcome } from '../../core/jobs/job';
import { storeVersion } from './publish';
import { newestOf, siteEdition } from '../rubric/edition';
import type { Needs } from './needs';

/** Each takes a few reads and writes of up to 240 KiB, and a minute has room for 4,000 of 10 KiB. */
const PROJECTS_A_PAGE = 10;
const LONGEST_REASON = 1_000;
/** Somebody may publish a project's rubric in the same moment: theirs is then the one that follows. */
const TRIES = 3;

/**
 * Has the next projects that take parts of their rubric from the site's follow its newest version: each gets a version of its own,
 * so that what judged an issue can always be told. One that would not pass its checks stays as it is, and is reported.
 */
export async function followPage(job: Job, world: Needs, now: Date): Promise<PageOutcome> {
  const following = (await world.rubrics.owned())
    .filter(({ inherits }) => inherits.length > 0)
    .map(({ project }) => project)
    .sort();
  const left = following.filter((project) => job.cursor === null || project > job.cursor);
  const page = left.slice(0, PROJECTS_A_PAGE);
  const failures: JobFailure[] = [];
  for (const project of page) {
    const why = await follow(project, world, now);
    // No id of an issue, which could be tried again.
    if (why !== null)
      failures.push({ id: `project ${project}`, key: await keyOf(project, world), why });
  }
  return {
    done: 0,
    changed: 0,
    failures,
    cursor: left.length > page.length ? (page.at(-1) ?? null) : null,
  };
}

/** As people know it: a failure without words of what it happened to tells them nothing. */
async function keyOf(project: ProjectId, { ledger }: Needs): Promise<string | null> {
  const [first] = (await ledger.page({ by: 'project', project }, null)).entries;
  return first === undefined ? null : projectKeyIn(first.key);
}

/** Null when the project follows; else why it does not. */
function follow(project: ProjectId, world: Needs, now: Date): Promise<string | null> {
  return retryWhenOvertaken<string | null>(
    TRIES,
    () => followOnce(project, world, now),
    () => `Its rubric was published again and again meanwhile: publish the site's rubric once more`,
  );
}

async function followOnce(
  project: ProjectId,
  world: Needs,
  now: Date,
): Promise<string | null | typeof overtaken> {
  world.rubrics.refresh();
  const site = await siteEdition(world.rubrics);
  const own = await newestOf({ project }, world.rubrics);
  const inherits = own?.stored?.inherits ?? [];
  if (
    own?.stored === undefined ||
    own.stored === null ||
    stillAsIn(site.rubric, own.rubric, inherits).length === inherits.length
  )
    return null;
  const stored = await storeVersion(
    {
      scope: { project },
      document: own.stored.document,
      inherits,
      base: own.version,
      by: site.stored?.by ?? own.stored.by,
      reason:
        `Follows version ${site.version} of the site's rubric: ${site.stored?.reason ?? ''}`.slice(
          0,
          LONGEST_REASON,
        ),
      origin: { cause: 'follows the site', of: site.version },
    },
    world,
    now,
  );
  if (stored.ok) return null;
  return stored.overtakenBy === undefined
    ? `It keeps version ${own.version} of its rubric, since version ${site.version} of the site's does not fit into it: ${stored.problems.map(({ path, problem }) => `${path} ${problem}`).join('; ')}`
    : overtaken;
}
