import { problemsOnSite } from '../../core/rubric/site-check';
import { detectEvidence, type EvidenceProposal } from '../../core/signals/detect-evidence';
import { aCheck, steps, type Check, type Looked, type SetupDesk } from './check';

const inTheRubric = steps('Open the tab Rubric.', 'Change what is named above, or take it out.', 'Look at the preview, and publish.');

/** Whether the site has the fields that the rubric in force reads, with the types that it reads them as. */
export async function checkRubric(_desk: SetupDesk, { inForce: { rubric, version }, fields }: Looked): Promise<Check> {
  const problems = problemsOnSite(rubric, fields);
  const name = version === 0 ? `the built-in rubric “${rubric.name}”` : `“${rubric.name}”, version ${version}`;
  if (problems.length === 0) return aCheck('rubric', 'Fields that the rubric asks for', { state: 'ok', says: `This site has every field that ${name} needs.` });
  return aCheck('rubric', 'Fields that the rubric asks for', {
    state: 'attention',
    says: `${problems.length === 1 ? 'One setting' : `${problems.length} settings`} of ${name} ${problems.length === 1 ? 'does' : 'do'} not fit this site: what they judge is unknown on every issue.`,
    details: problems.map(({ problem, advice }) => `${problem}: ${advice}`),
    repair: inTheRubric,
  });
}

/** Whether incidents and support requests can be told on this site, and what was found that the rubric does not look for yet. */
export async function checkEvidence({ readCatalogue }: SetupDesk, { inForce: { rubric }, fields }: Looked): Promise<Check> {
  const catalogue = { ...(await readCatalogue()), fields };
  const { detected, missing, settings } = detectEvidence(catalogue, rubric.evidence);
  const title = 'Incidents and support requests';
  const has = { incidents: isThere(settings.incidents, catalogue), support: isThere(settings.support, catalogue), links: catalogue.linkTypes.length > 0 };
  const lacking = [
    ...(has.links ? [] : ['This site has no link types: issues cannot be linked to incidents and requests.']),
    ...(has.incidents ? [] : ['No work type or project for incidents was found: nothing will count as an incident.']),
    ...(has.support ? [] : ['No work type or project for support requests was found: customers’ demand will stay at zero.']),
  ];
  const found = detected.map(({ setting, name, why }) => `${WHAT[setting]} “${name}”: ${why}`);
  if (lacking.length + found.length === 0) {
    return aCheck('evidence', title, { state: 'ok', says: 'Ballast can tell incidents and support requests on this site, and they can be linked.', details: missing.map((one) => `Good to know: ${one}`) });
  }
  return aCheck('evidence', title, {
    state: 'attention',
    says: found.length === 0 ? 'Something is missing on this site.' : `This site has ${found.length === 1 ? 'something' : `${found.length} things`} that the rubric does not look for yet.`,
    details: [...lacking, ...found],
    repair: found.length > 0
      ? steps('Open the tab Rubric and there Evidence.', 'Take over what was found, or leave out what is none.', 'Look at the preview, and publish.')
      : steps('Name your own work types or projects for incidents and requests in the rubric, under Evidence.', 'Or send incidents from the tool that has them: see “Evidence from outside tools” below.'),
  });
}

const WHAT: Readonly<Record<EvidenceProposal['detected'][number]['setting'], string>> = {
  'incidents.types': 'Incident type', 'incidents.projects': 'Incident project', 'incidents.severityFields': 'Severity field',
  'support.types': 'Request type', 'support.projects': 'Support project', 'support.customerFields': 'Customer field', 'support.satisfaction.fields': 'Satisfaction field',
  'reports.phrases': 'Link',
};

function isThere({ types, projects }: { readonly types: readonly string[]; readonly projects: readonly string[] }, site: { readonly issueTypes: readonly string[]; readonly projects: readonly { readonly key: string }[] }): boolean {
  const wanted = new Set(types.map((one) => one.toLowerCase()));
  return site.issueTypes.some((one) => wanted.has(one.toLowerCase())) || site.projects.some(({ key }) => projects.includes(key));
}
