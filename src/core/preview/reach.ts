import type { ProjectId } from '../terms/project';
import { same } from '../rubric/document/difference';
import { inheritable, type Section } from '../rubric/document/inherit';
import type { Rubric } from '../rubric/schema/schema';
import type { BeforeAndAfter, Concerned, Reach } from './preview';

/** A project with a rubric of its own, and the parts that it takes from the site's. */
interface Own {
  readonly project: ProjectId;
  readonly inherits: readonly Section[];
}

/** Whom a draft of the site's rubric concerns; `issues` are open ones by project. */
export function reachOf(
  issues: ReadonlyMap<ProjectId, number>,
  own: readonly Own[],
  rubrics: BeforeAndAfter<Rubric>,
): Omit<Reach, 'keeping'> {
  const owners = new Set(own.map(({ project }) => project));
  const count = (projects: readonly ProjectId[]): Concerned => ({
    projects: projects.length,
    issues: projects.reduce((sum, project) => sum + (issues.get(project) ?? 0), 0),
  });
  const changed = new Set(
    inheritable.filter((section) => !same(rubrics.before[section], rubrics.after[section])),
  );
  const taking = (section: Section): readonly ProjectId[] =>
    own.flatMap(({ project, inherits }) => (inherits.includes(section) ? [project] : []));
  return {
    governed: count([...issues.keys()].filter((project) => !owners.has(project))),
    following: count(
      own.flatMap(({ project, inherits }) =>
        inherits.some((section) => changed.has(section)) ? [project] : [],
      ),
    ),
    parts: inheritable
      .map((section) => ({ section, changed: changed.has(section), ...count(taking(section)) }))
      .filter(({ projects }) => projects > 0),
  };
}
