import type { SetupCheck } from '../../contract/setup';
import type { Rubric } from '../../core/rubric/schema/schema';
import { counted } from '../../core/text/wording';
import {
  detectEvidence,
  type Detected,
  type SiteCatalogue,
} from '../../core/setup-check/detect-evidence';
import { detectLinks } from '../../core/setup-check/detect-links';
import { listed } from '../../core/signals/linked';
import type { PersonsSearch } from '../jobs/issues-found';
import { Rejected } from '../ports/failures';
import { aCheck, steps, type Looked, type SetupContext } from './check';

/** So many projects are looked into, at a point of the hourly quota each. */
const MOST_PROJECTS = 20;

/** Whether incidents and support requests can be told on this site, and what was found that the rubric does not look for yet. */
export async function checkEvidence(
  { jira, readCatalogue }: SetupContext,
  { inForce: { rubric, problems }, fields }: Looked,
): Promise<SetupCheck> {
  if (problems.length > 0)
    throw new Rejected('the rubric in force, which says what counts as evidence, cannot be used');
  const catalogue = { ...(await readCatalogue()), fields };
  const { detected, missing, settings } = detectEvidence(catalogue, rubric.evidence);
  const title = 'Incidents and support requests';
  const lacking = [
    ...(catalogue.linkTypes.length > 0
      ? []
      : ['This site has no link types: issues cannot be linked to incidents and requests.']),
    ...(isThere(settings.incidents, catalogue)
      ? []
      : ['No work type or project for incidents was found: nothing will count as an incident.']),
    ...(isThere(settings.support, catalogue)
      ? []
      : [
          'No work type or project for support requests was found: customers’ demand will stay at zero.',
        ]),
  ];
  const links = detectLinks(catalogue.linkTypes, rubric.blockers);
  const found = [
    ...(await unseen(detected, rubric.evidence, catalogue, jira.issues)),
    ...links.detected.map(({ name, why }) => `Link “${name}”: ${why}`),
  ];
  if (lacking.length + found.length === 0) {
    return aCheck('evidence', title, {
      state: 'ok',
      says: 'Ballast can tell incidents and support requests on this site, and they can be linked.',
      details: missing.map((one) => `Good to know: ${one}`),
    });
  }
  return aCheck('evidence', title, {
    state: 'attention',
    says:
      found.length === 0
        ? 'Something is missing on this site.'
        : `This site has ${found.length === 1 ? 'something' : counted(found.length, 'thing')} that the rubric does not look for yet.`,
    details: [...lacking, ...found],
    repair:
      found.length > 0
        ? steps(
            'Open the tab Rubric and there Evidence.',
            'Take over what was found, or leave out what is none.',
            'Look at the preview, and publish.',
          )
        : steps(
            'Name your own work types or projects for incidents and requests in the rubric, under Evidence.',
            'Or send incidents from the tool that has them: see “Evidence from outside tools” below.',
          ),
  });
}

const WHAT: Readonly<Record<Detected['setting'], string>> = {
  'incidents.types': 'Incident type',
  'incidents.projects': 'Incident project',
  'incidents.severityFields': 'Severity field',
  'support.types': 'Request type',
  'support.projects': 'Support project',
  'support.customerFields': 'Customer field',
  'support.satisfaction.fields': 'Satisfaction field',
  'reports.phrases': 'Link',
};

/** What was detected, in words. A project whose issues are all told by their work types already misses nothing. */
async function unseen(
  detected: readonly Detected[],
  evidence: Rubric['evidence'],
  site: SiteCatalogue,
  issues: PersonsSearch,
): Promise<readonly string[]> {
  const projects = detected.filter(isProject);
  const said: string[] = [];
  for (const one of projects.slice(0, MOST_PROJECTS)) {
    const left = await issues.count(untold(one.name, evidence, site));
    if (left > 0)
      said.push(
        `${inWords(one)}, and the work types of ${counted(left, 'issue')} in it do not tell`,
      );
  }
  const more = projects.length - MOST_PROJECTS;
  return [
    ...detected.filter((one) => !isProject(one)).map(inWords),
    ...said,
    ...(more > 0 ? [`${counted(more, 'project')} more may hold incidents or requests`] : []),
  ];
}

const isProject = ({ setting }: Detected): boolean =>
  setting === 'incidents.projects' || setting === 'support.projects';
const inWords = ({ setting, name, why }: Detected): string => `${WHAT[setting]} “${name}”: ${why}`;

/** Finds a project's issues of types that are no evidence by themselves. Only types that the site has may be named in JQL. */
function untold(
  project: string,
  { incidents, support }: Rubric['evidence'],
  { issueTypes }: SiteCatalogue,
): string {
  const evidenceTypes = [...new Set(issueTypes)].filter(
    (name) => listed(incidents.types, name) || listed(support.types, name),
  );
  return `project = ${quoted(project)}${evidenceTypes.length === 0 ? '' : ` AND issuetype not in (${evidenceTypes.map(quoted).join(', ')})`}`;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/gu, '\\$&')}"`;

function isThere(
  { types, projects }: { readonly types: readonly string[]; readonly projects: readonly string[] },
  site: SiteCatalogue,
): boolean {
  return (
    site.issueTypes.some((one) => listed(types, one)) ||
    site.projects.some(({ key }) => projects.includes(key))
  );
}
