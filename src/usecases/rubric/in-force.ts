import type { ProjectId } from '../../core/terms/project';
import { defaultRubric } from '../../core/rubric/presets/default-rubric';
import { parseRubric } from '../../core/rubric/document/parse';
import type { Rubric } from '../../core/rubric/schema/schema';
import { Rejected } from '../ports/failures';
import type { RubricInForce, RubricOf, Rubrics, RubricScope, StoredRubric } from '../ports/rubrics';

const BUILT_IN: RubricInForce = { rubric: defaultRubric, version: 0, stamp: 'site-0' };

/** For each of these projects its own rubric, else the site's, else the built-in default. */
export async function rubricsOf(
  projects: readonly ProjectId[],
  rubrics: Rubrics,
): Promise<RubricOf> {
  return rubricLookup(rubrics)(projects);
}

/** The rubric of one project, or the site's. */
export async function rubricFor(
  project: ProjectId | null,
  rubrics: Rubrics,
): Promise<RubricInForce> {
  if (project === null) return (await published('site', rubrics)) ?? BUILT_IN;
  return (await rubricsOf([project], rubrics))(project);
}

/** Likewise, for projects that come to be known one after the other: each is resolved once, and the answer knows all asked for so far. */
export function rubricLookup(
  rubrics: Rubrics,
): (projects: readonly ProjectId[]) => Promise<RubricOf> {
  const own = new Map<string, RubricInForce>();
  let site: RubricInForce | null = null;
  return async (projects) => {
    const ofSite = site ?? (await published('site', rubrics)) ?? BUILT_IN;
    site = ofSite;
    for (const project of new Set(projects))
      if (!own.has(project)) own.set(project, (await published({ project }, rubrics)) ?? ofSite);
    return (project) => own.get(project) ?? ofSite;
  };
}

/** The edition that a stamp names, for an issue of this project; null when it is gone or no longer passes its checks. */
export async function rubricOfStamp(
  stamp: string,
  project: ProjectId,
  rubrics: Rubrics,
): Promise<Rubric | null> {
  const [where, version] = stamp.split('-');
  if (stamp === BUILT_IN.stamp) return BUILT_IN.rubric;
  const stored = await rubrics.edition(where === 'own' ? { project } : 'site', Number(version));
  const parsed = stored === null ? null : parseRubric(stored.document);
  return parsed?.ok === true ? parsed.rubric : null;
}

/** A published rubric that no longer passes its checks is never used in part: nothing is scored until it is mended. */
async function published(scope: RubricScope, rubrics: Rubrics): Promise<RubricInForce | null> {
  const stored = await rubrics.read(scope);
  return stored === null ? null : inForce(scope, stored);
}

function inForce(scope: RubricScope, stored: StoredRubric): RubricInForce {
  const parsed = parseRubric(stored.document);
  if (parsed.ok)
    return {
      rubric: parsed.rubric,
      version: stored.version,
      stamp: `${scope === 'site' ? 'site' : 'own'}-${stored.version}`,
    };
  const whose = scope === 'site' ? "The site's rubric" : "The project's own rubric";
  throw new Rejected(
    `${whose} (version ${stored.version}) cannot be used: ${parsed.problems.map(({ path, problem }) => `${path}: ${problem}`).join(' · ')}`,
  );
}
