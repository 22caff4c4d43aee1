import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import {
  detectEvidence,
  type EvidenceProposal,
  type SiteCatalogue,
} from '../../../src/core/setup-check/detect-evidence';
import type { FieldInfo } from '../../../src/core/issue/issue-record';

const blank: Rubric['evidence'] = {
  ...defaultRubric.evidence,
  incidents: { ...defaultRubric.evidence.incidents, types: [], severityFields: [] },
  support: {
    ...defaultRubric.evidence.support,
    types: [],
    customerFields: [],
    satisfaction: { ...defaultRubric.evidence.support.satisfaction, fields: [] },
  },
  reports: { phrases: [] },
};

const aField = (
  name: string,
  type = 'option',
  custom = 'com.atlassian.jira.plugin.system.customfieldtypes:select',
): FieldInfo => ({ id: `f-${name}`, name, type, custom });

function proposal(site: Partial<SiteCatalogue>, now = blank): EvidenceProposal {
  return detectEvidence({ linkTypes: [], projects: [], issueTypes: [], fields: [], ...site }, now);
}
const found = ({ detected }: EvidenceProposal) =>
  detected.map(({ setting, name }) => `${setting}: ${name}`);

describe('what a site has for evidence', () => {
  it('is found in service management as it comes out of the box', () => {
    const site = proposal({
      issueTypes: [
        'Task',
        'Epic',
        '[System] Incident',
        '[System] Service request',
        '[System] Change',
        '[System] Problem',
        '[System] Post-incident review',
      ],
      projects: [
        { id: '10001', key: 'ITSM', name: 'IT services', type: 'service_desk' },
        { id: '10002', key: 'PAY', name: 'Payments', type: 'software' },
      ],
      fields: [
        aField('Severity'),
        aField('Organizations', 'array', 'com.atlassian.servicedesk:sd-customer-organizations'),
        aField('Satisfaction', 'any', 'com.atlassian.servicedesk:sd-request-feedback'),
        aField('Customer Request Type', 'any', 'com.atlassian.servicedesk:vp-origin'),
        aField('Time to resolution', 'any', 'com.atlassian.servicedesk:sd-sla-field'),
      ],
      linkTypes: [
        { name: 'Duplicate', outward: 'duplicates', inward: 'is duplicated by' },
        { name: 'Problem/Incident', outward: 'causes', inward: 'is caused by' },
      ],
    });
    expect(found(site)).toEqual([
      'incidents.types: [System] Incident',
      'support.types: [System] Service request',
      'support.projects: ITSM',
      'incidents.severityFields: Severity',
      'support.customerFields: Organizations',
      'support.satisfaction.fields: Satisfaction',
      'reports.phrases: is duplicated by',
    ]);
    expect(site.missing).toEqual([]);
  });

  it.each([
    ['Zendesk for Jira', ['Zendesk ticket'], [], 'support.types: Zendesk ticket'],
    ['Salesforce', ['Salesforce Case'], [], 'support.types: Salesforce Case'],
    ['Intercom', ['Intercom conversation'], [], 'support.types: Intercom conversation'],
    ['PagerDuty', ['PagerDuty Incident'], [], 'incidents.types: PagerDuty Incident'],
    ['Opsgenie', ['Opsgenie alert'], [], 'incidents.types: Opsgenie alert'],
    [
      'a German site',
      ['Störung', 'Aufgabe'],
      ['Schweregrad'],
      'incidents.types: Störung|incidents.severityFields: Schweregrad',
    ],
    [
      'a French site',
      ['Incident de production', 'Tâche'],
      ['Gravité'],
      'incidents.types: Incident de production|incidents.severityFields: Gravité',
    ],
    [
      'a Spanish site',
      ['Incidencia', 'Solicitud'],
      [],
      'incidents.types: Incidencia|support.types: Solicitud',
    ],
    [
      'a Japanese site',
      ['本番障害', 'タスク'],
      ['重大度'],
      'incidents.types: 本番障害|incidents.severityFields: 重大度',
    ],
    [
      'names run together',
      ['SupportTicket', 'ProductionIncident'],
      [],
      'support.types: SupportTicket|incidents.types: ProductionIncident',
    ],
  ])('is found where %s names it', (_site, issueTypes, fields, names) => {
    expect(
      found(proposal({ issueTypes, fields: fields.map((name) => aField(name)) })).join('|'),
    ).toBe(names);
  });

  it('is not what follows an incident, happens among colleagues, or merely sounds alike', () => {
    const issueTypes = [
      'Incident follow-up',
      'Post-mortem',
      'Post-incident action',
      'Change request',
      'Feature request',
      'Test case',
      'Use case',
      'Access request',
      'Coincidental',
      'Story',
      'Bug',
    ];
    expect(
      found(
        proposal({
          issueTypes,
          projects: [{ id: '10003', key: 'POST', name: 'Incident reviews', type: 'software' }],
        }),
      ),
    ).toEqual([]);
  });

  it('is not a field that only talks about customers', () => {
    const fields = [
      aField('Customer impact'),
      aField('Affected customers', 'number'),
      aField('Account manager', 'user'),
      aField('Customer since', 'date'),
      aField('Severity date', 'date'),
    ];
    expect(found(proposal({ fields }))).toEqual([]);
  });

  it('takes the passive side of a duplicate link, whichever way round the site has it', () => {
    const flipped = { name: 'Dupes', outward: 'is duplicated by', inward: 'duplicates' };
    expect(found(proposal({ linkTypes: [flipped] }))).toEqual([
      'reports.phrases: is duplicated by',
    ]);
    expect(
      found(
        proposal({
          linkTypes: [{ name: 'Duplikat', outward: 'dupliziert', inward: 'wird dupliziert von' }],
        }),
      ),
    ).toEqual(['reports.phrases: wird dupliziert von']);
  });

  it('says what a plain site lacks', () => {
    expect(proposal({ issueTypes: ['Task'] }).missing).toEqual([
      'no type or project of incidents',
      'no type or project of support requests',
      'no field of severity: the priority tells it',
      'no field of customers: the reporter counts as one',
      'no field of satisfaction',
      'no service agreements',
    ]);
  });

  it('adds to what the rubric has, names only what is new, and makes settings that pass the checks', () => {
    const site = proposal({ issueTypes: ['Incident', 'Zendesk ticket'] }, defaultRubric.evidence);
    expect(found(site)).toEqual(['support.types: Zendesk ticket']);
    expect(site.settings.incidents).toEqual(defaultRubric.evidence.incidents);
    expect(site.settings.support.types).toEqual([
      ...defaultRubric.evidence.support.types,
      'Zendesk ticket',
    ]);
    expect(parseRubric({ evidence: site.settings }).ok).toBe(true);
  });
});
