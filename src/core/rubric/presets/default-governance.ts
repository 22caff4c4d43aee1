import type { Rubric } from '../schema/schema';

export const defaultCapacity: Rubric['capacity'] = {
  count: 'effort',
  lanes: {
    'hot fix': { least: 0, most: 0.2, owner: null },
    stability: { least: 0.2, most: 1, owner: null },
    'strategic bet': { least: 0, most: 0.4, owner: null },
  },
  dueDays: { 1: 1, 2: 3, 3: 5, 4: 10, 5: 10, other: 5 },
  scopeCreep: 0.25,
};

const administrators = {
  roles: ['Administrators'],
  people: [],
  approvers: { roles: [], people: [] },
};
const anybodyApproved = {
  roles: [],
  people: [],
  approvers: { roles: ['Administrators'], people: [] },
};

export const defaultRights: Rubric['decisionRights'] = {
  publishRubric: administrators,
  overrideLane: anybodyApproved,
  moveScore: anybodyApproved,
  approveBet: administrators,
  decline: administrators,
  acceptOverCap: anybodyApproved,
  rateCriteria: { roles: [], people: [], approvers: { roles: [], people: [] } },
};

/** Half a year is two rounds of quarterly planning; a decision to decline holds for a year. */
export const defaultOverrideLimits: Rubric['overrides'] = {
  laneDays: 180,
  pointsDays: 180,
  declineDays: 366,
  pauseDays: 180,
  overCapDays: 30,
  points: 30,
  usualDays: 14,
};

/** The consensus of twelve published templates. */
export const defaultPostMortem: Rubric['postMortem'] = {
  checklist: [
    { id: 'owner', text: 'An owner', required: true },
    { id: 'impact', text: 'Severity and impact, with the support cases linked', required: true },
    { id: 'timeline', text: 'A timeline with evidence', required: true },
    { id: 'detection', text: 'How long it took to notice, and why', required: true },
    { id: 'factors', text: 'At least one contributing factor, never a person', required: true },
    {
      id: 'recurrence',
      text: 'Whether it happened before, with the issues linked',
      required: true,
    },
    {
      id: 'actions',
      text: 'At least one preventive action with owner and due date, or a recorded decision not to act',
      required: true,
    },
    { id: 'review', text: 'Reviewed by somebody else', required: true },
    { id: 'shared', text: 'Shared with stakeholders and customers', required: false },
  ],
  due: { 1: { days: 3, count: 'calendar' }, 2: { days: 5, count: 'business' } },
  actionWeeks: { priority: 4, other: 8 },
};
