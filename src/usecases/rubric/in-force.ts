import { defaultRubric } from '../../core/rubric/presets/default-rubric';
import { parseRubric } from '../../core/rubric/document/parse';
import type { Rubric } from '../../core/rubric/schema/schema';
import { Rejected } from '../ports/failures';
import type { Rubrics, RubricScope, StoredRubric } from '../ports/world';

/** A rubric in force; version 0 is the built-in default, before anybody published. */
export interface RubricInForce {
  readonly rubric: Rubric;
  readonly version: number;
  /** `site-7` or `own-7`: names the edition among those of the site and of the project. */
  readonly stamp: string;
}

const BUILT_IN: RubricInForce = { rubric: defaultRubric, version: 0, stamp: 'site-0' };

/** For each project its own rubric, else the site's, else the built-in default. */
export async function rubricsOf(
  projects: readonly string[],
  rubrics: Rubrics,
): Promise<(project: string) => RubricInForce> {
  const site = (await published('site', rubrics)) ?? BUILT_IN;
  const own = new Map<string, RubricInForce>();
  for (const project of new Set(projects))
    own.set(project, (await published({ project }, rubrics)) ?? site);
  return (project) => own.get(project) ?? site;
}

/** The edition that a stamp names, for an issue of this project; null when it is gone or no longer passes its checks. */
export async function rubricOfStamp(
  stamp: string,
  project: string,
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
  const where = scope === 'site' ? 'the site' : scope.project;
  throw new Rejected(
    `The rubric of ${where} (version ${stored.version}) cannot be used: ${parsed.problems.map(({ path, problem }) => `${path}: ${problem}`).join(' · ')}`,
  );
}
