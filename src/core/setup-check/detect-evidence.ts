import type { ProjectId } from '../terms/project';
import type { Rubric } from '../rubric/schema/schema';
import { hasWord, saysIsDuplicated, words } from './detect-words';
import type { FieldInfo } from '../issue/issue-record';
import { listed } from '../signals/linked';

/** What a site has that evidence can be told by. */
export interface SiteCatalogue {
  readonly linkTypes: readonly {
    readonly name: string;
    readonly inward: string;
    readonly outward: string;
  }[];
  readonly projects: readonly {
    readonly id: ProjectId;
    readonly key: string;
    readonly name: string;
    /** Jira's project type: `software`, `service_desk`, `business` … */ readonly type: string;
  }[];
  readonly issueTypes: readonly string[];
  readonly fields: readonly FieldInfo[];
}

/** One setting that should hold one more name, and why. */
export interface Detected {
  readonly setting:
    | 'incidents.types'
    | 'incidents.projects'
    | 'incidents.severityFields'
    | 'support.types'
    | 'support.projects'
    | 'support.customerFields'
    | 'support.satisfaction.fields'
    | 'reports.phrases';
  readonly name: string;
  readonly why: string;
}

export interface EvidenceProposal {
  /** What to put into the rubric's evidence settings: what they hold already, and what was detected. */
  readonly settings: Pick<Rubric['evidence'], 'incidents' | 'support' | 'reports'>;
  /** What is new in them, in the order of the settings. */
  readonly detected: readonly Detected[];
  /** What the settings look for and the site has not: nothing to do, but good to know. */
  readonly missing: readonly string[];
}

const ORGANISATIONS = 'com.atlassian.servicedesk:sd-customer-organizations';
const FEEDBACK = 'com.atlassian.servicedesk:sd-request-feedback';
const SLA = 'com.atlassian.servicedesk:sd-sla-field';

/**
 * Proposes by which types, projects, links and fields of this site incidents, support requests and reports are told. Link types
 * are left as they are: none named means any, in either direction, and a list would only narrow it.
 */
export function detectEvidence(site: SiteCatalogue, now: Rubric['evidence']): EvidenceProposal {
  const all: Detected[] = [
    ...typesOf(site),
    ...projectsOf(site),
    ...fieldsOf(site),
    ...phrasesOf(site),
  ];
  const detected = all.filter(({ setting, name }) => !listed(namesSet(now, setting), name));
  const withNew = (setting: Detected['setting']): readonly string[] => [
    ...namesSet(now, setting),
    ...detected.filter((one) => one.setting === setting).map(({ name }) => name),
  ];
  return {
    settings: {
      incidents: {
        ...now.incidents,
        types: withNew('incidents.types'),
        projects: withNew('incidents.projects'),
        severityFields: withNew('incidents.severityFields'),
      },
      support: {
        ...now.support,
        types: withNew('support.types'),
        projects: withNew('support.projects'),
        customerFields: withNew('support.customerFields'),
        satisfaction: {
          ...now.support.satisfaction,
          fields: withNew('support.satisfaction.fields'),
        },
      },
      reports: { phrases: withNew('reports.phrases') },
    },
    detected,
    missing: missingOn(
      site,
      all.map(({ setting }) => setting),
      now,
    ),
  };
}

function namesSet(
  { incidents, support, reports }: Rubric['evidence'],
  setting: Detected['setting'],
): readonly string[] {
  switch (setting) {
    case 'incidents.types':
      return incidents.types;
    case 'incidents.projects':
      return incidents.projects;
    case 'incidents.severityFields':
      return incidents.severityFields;
    case 'support.types':
      return support.types;
    case 'support.projects':
      return support.projects;
    case 'support.customerFields':
      return support.customerFields;
    case 'support.satisfaction.fields':
      return support.satisfaction.fields;
    case 'reports.phrases':
      return reports.phrases;
  }
}

function typesOf({ issueTypes }: SiteCatalogue): Detected[] {
  return [...new Set(issueTypes)].flatMap((name): Detected[] => {
    if (hasWord(name, words.aftermath)) return [];
    if (hasWord(name, words.incident))
      return [{ setting: 'incidents.types', name, why: 'its name speaks of incidents' }];
    if (hasWord(name, words.support) && !hasWord(name, words.internal))
      return [{ setting: 'support.types', name, why: 'its name speaks of requests from outside' }];
    return [];
  });
}

function projectsOf({ projects }: SiteCatalogue): Detected[] {
  return projects.flatMap(({ key, name, type }): Detected[] => {
    if (hasWord(name, words.aftermath)) return [];
    if (hasWord(name, words.incident))
      return [
        {
          setting: 'incidents.projects',
          name: key,
          why: `the project “${name}” is named after incidents`,
        },
      ];
    // A service desk also holds incidents: their type says so, and counts before the project.
    if (type === 'service_desk' && !hasWord(name, words.internal))
      return [{ setting: 'support.projects', name: key, why: `“${name}” is a service project` }];
    if (hasWord(name, words.support) && !hasWord(name, words.internal))
      return [
        {
          setting: 'support.projects',
          name: key,
          why: `the project “${name}” is named after support`,
        },
      ];
    return [];
  });
}

function fieldsOf({ fields }: SiteCatalogue): Detected[] {
  return fields.flatMap(({ name, type, custom }): Detected[] => {
    if (custom === ORGANISATIONS)
      return [
        { setting: 'support.customerFields', name, why: 'it holds the organisations of a request' },
      ];
    if (custom === FEEDBACK)
      return [
        {
          setting: 'support.satisfaction.fields',
          name,
          why: 'it holds how satisfied the customer was',
        },
      ];
    if (custom === undefined || custom === SLA) return [];
    if (hasWord(name, words.satisfaction))
      return [
        { setting: 'support.satisfaction.fields', name, why: 'its name speaks of satisfaction' },
      ];
    if (type === 'date' || type === 'datetime' || type === 'user') return [];
    if (hasWord(name, words.severity))
      return [{ setting: 'incidents.severityFields', name, why: 'its name speaks of severity' }];
    if (type !== 'number' && hasWord(name, words.customer) && !hasWord(name, words.aboutCustomers))
      return [{ setting: 'support.customerFields', name, why: 'its name speaks of customers' }];
    return [];
  });
}

function phrasesOf({ linkTypes }: SiteCatalogue): Detected[] {
  return linkTypes.flatMap(({ name, inward, outward }) =>
    [inward, outward].filter(saysIsDuplicated).map((phrase): Detected => ({
      setting: 'reports.phrases',
      name: phrase,
      why: `links of the type “${name}” say so of an issue that others duplicate`,
    })),
  );
}

function missingOn(
  { issueTypes, projects, fields }: SiteCatalogue,
  found: readonly Detected['setting'][],
  now: Rubric['evidence'],
): readonly string[] {
  const lacks = (setting: Detected['setting'], has: boolean, what: string): readonly string[] =>
    found.includes(setting) || has ? [] : [what];
  const fieldCalled = (names: readonly string[]): boolean =>
    fields.some(({ name }) => listed(names, name));
  const typeCalled = (names: readonly string[]): boolean =>
    issueTypes.some((name) => listed(names, name));
  return [
    ...lacks(
      'incidents.types',
      typeCalled(now.incidents.types) ||
        found.includes('incidents.projects') ||
        now.incidents.projects.length > 0,
      'no type or project of incidents',
    ),
    ...lacks(
      'support.types',
      typeCalled(now.support.types) ||
        found.includes('support.projects') ||
        projects.some(({ key }) => listed(now.support.projects, key)),
      'no type or project of support requests',
    ),
    ...lacks(
      'incidents.severityFields',
      fieldCalled(now.incidents.severityFields),
      'no field of severity: the priority tells it',
    ),
    ...lacks(
      'support.customerFields',
      fieldCalled(now.support.customerFields),
      'no field of customers: the reporter counts as one',
    ),
    ...lacks(
      'support.satisfaction.fields',
      fieldCalled(now.support.satisfaction.fields),
      'no field of satisfaction',
    ),
    ...(fields.some(({ custom }) => custom === SLA) ? [] : ['no service agreements']),
  ];
}
