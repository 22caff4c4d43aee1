import type { SetupCheck } from '../../contract/setup';
import { problemsOnSite } from '../../core/setup-check/site-check';
import { aCheck, steps, type Looked, type SetupContext } from './check';

const inTheRubric = steps(
  'Open the tab Rubric.',
  'Change what is named above, or take it out.',
  'Look at the preview, and publish.',
);

const mended = steps(
  'Open the tab Rubric: every problem stands at its place there.',
  'Mend them, or bring back an earlier version under Versions.',
  'Look at the preview, and publish.',
);

/** Whether the rubric in force can be used, and the site has the fields that it reads, with the types that it reads them as. */
export async function checkRubric(
  _context: SetupContext,
  { inForce: { rubric, version, problems: wrong }, fields }: Looked,
): Promise<SetupCheck> {
  if (wrong.length > 0) {
    return aCheck('rubric', 'The rubric in force', {
      state: 'attention',
      says: `Version ${version} of the rubric cannot be used any more, so no issue is scored.`,
      details: wrong.map(
        ({ path, problem, advice }) => `${path === '' ? '' : `${path}: `}${problem}: ${advice}`,
      ),
      repair: mended,
    });
  }
  const problems = problemsOnSite(rubric, fields);
  const name =
    version === 0 ? `the built-in rubric “${rubric.name}”` : `“${rubric.name}”, version ${version}`;
  if (problems.length === 0)
    return aCheck('rubric', 'Fields that the rubric asks for', {
      state: 'ok',
      says: `This site has every field that ${name} needs.`,
    });
  return aCheck('rubric', 'Fields that the rubric asks for', {
    state: 'attention',
    says: `${problems.length === 1 ? 'One setting' : `${problems.length} settings`} of ${name} ${problems.length === 1 ? 'does' : 'do'} not fit this site: what they judge is unknown on every issue.`,
    details: problems.map(({ problem, advice }) => `${problem}: ${advice}`),
    repair: inTheRubric,
  });
}
