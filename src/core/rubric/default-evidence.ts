import type { Rubric } from './schema';

/** How the default rubric tells incidents, support tickets and customers' reports from ordinary work. */
export const defaultEvidence: Rubric['evidence'] = {
  incidents: {
    types: ['Incident', '[System] Incident', 'Major incident', 'Production incident', 'Outage'],
    projects: [],
    linkTypes: [],
    severityFields: ['Severity', 'Incident severity', 'Severity level', 'SEV'],
    severityNames: {
      sev0: 1, 'sev-0': 1, 'sev 0': 1, s0: 1, p0: 1, sev1: 1, 'sev-1': 1, 'sev 1': 1, s1: 1, p1: 1, 1: 1, critical: 1, blocker: 1, highest: 1,
      sev2: 2, 'sev-2': 2, 'sev 2': 2, s2: 2, p2: 2, 2: 2, major: 2, high: 2,
      sev3: 3, 'sev-3': 3, 'sev 3': 3, s3: 3, p3: 3, 3: 3, moderate: 3, medium: 3, normal: 3,
      sev4: 4, 'sev-4': 4, 'sev 4': 4, s4: 4, p4: 4, 4: 4, minor: 4, low: 4,
      sev5: 5, 'sev-5': 5, 'sev 5': 5, s5: 5, p5: 5, 5: 5, trivial: 5, lowest: 5, cosmetic: 5,
    },
    severityByPriority: {
      highest: 1, blocker: 1, critical: 1, urgent: 1, p0: 1, p1: 1, high: 2, major: 2, p2: 2,
      medium: 3, normal: 3, p3: 3, low: 4, minor: 4, p4: 4, lowest: 5, trivial: 5, p5: 5,
    },
    assumedSeverity: 3,
    weights: { 1: 1, 2: 0.6, 3: 0.3, 4: 0.15, 5: 0.05 },
  },
  support: {
    types: [
      'Support', 'Support request', 'Support ticket', 'Service request', '[System] Service request', 'Service request with approvals',
      '[System] Service request with approvals', 'Ticket', 'Emailed request', 'Ask a question', 'Question', 'IT help', 'Customer request',
      'Customer issue', 'Customer report',
    ],
    projects: [],
    linkTypes: [],
    customerFields: ['Organizations', 'Organisations', 'Customer', 'Customers', 'Customer name', 'Account', 'Company'],
    fallback: 'reporter',
    satisfaction: { fields: ['Satisfaction', 'CSAT', 'Customer satisfaction'], atMost: 2, weight: 1.5 },
  },
  reports: { phrases: ['is duplicated by'] },
  services: {},
  strength: { support: 1, report: 0.5, usage: 0.25 },
  halfLifeDays: 90,
};

export const defaultFollowUps: Rubric['followUps'] = {
  labels: [
    'incident-follow-up', 'incident-followup', 'postmortem', 'post-mortem', 'postmortem-action', 'pir-action', 'preventive-action', 'corrective-action',
  ],
  linkTypes: ['Post-Incident Reviews', 'Post-incident action', 'Incident follow-up', 'Follow-up', 'Preventive action', 'Action item'],
};
