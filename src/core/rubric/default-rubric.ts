import { defaultEvidence, defaultFollowUps } from './default-evidence';
import { defaultCapacity, defaultOverrideLimits, defaultPostMortem, defaultRights } from './default-governance';
import { defaultMoscow } from './moscow-settings';
import type { Rubric } from './schema';
import { defaultVocabulary } from './vocabulary';
import { defaultVotes } from './vote-settings';

/** Names that stand for a defect or other work that keeps the product sound, as sites and their languages spell them. */
const stabilityTypes = [
  'Bug', 'Defect', 'Fault', 'Problem', '[System] Problem', 'Vulnerability', 'Security', 'Security issue', 'Technical debt', 'Tech debt',
  'Technical task', 'Maintenance', 'Fehler', 'Bogue', 'Anomalie', 'Error', 'Erro', 'Defecto', 'Usterka', 'Ошибка', 'バグ', '缺陷', '버그',
];

/** Three pillars, value per unit of effort: what a project starts with. */
export const defaultRubric: Rubric = {
  schema: 3,
  version: 1,
  name: 'Three pillars',
  method: { kind: 'pillars' },
  pillars: [
    { id: 'business-value', label: 'Business value' },
    { id: 'customer-impact', label: 'Customer impact' },
    { id: 'technical-risk', label: 'Technical risk' },
  ],
  criteria: [
    {
      id: 'priority', pillar: 'business-value', label: 'Priority', signal: { kind: 'priority' }, weight: 30, absence: 'unknown', ifSiteHas: false,
      curve: {
        kind: 'table',
        values: {
          Highest: 100, Blocker: 100, P0: 100, Urgent: 100, Critical: 95, P1: 95, High: 85, P2: 75, Major: 75, Medium: 50, Normal: 50,
          P3: 45, Low: 25, Minor: 25, P4: 20, Lowest: 8, Trivial: 8, P5: 8,
        },
        blank: ['None', 'Not set', 'Unprioritized', 'Unprioritised', 'Undefined', 'To be determined', 'TBD', '-'],
      },
    },
    {
      id: 'stated-value', pillar: 'business-value', label: 'Stated business value', weight: 22, absence: 'unknown', ifSiteHas: true,
      signal: { kind: 'number', fields: ['Business value', 'Business Value Score', 'User-business value'] },
      curve: { kind: 'log', full: 100 },
    },
    {
      id: 'interest', pillar: 'business-value', label: 'Votes and watchers', weight: 5, absence: 'unknown', ifSiteHas: true,
      signal: { kind: 'interest', watcher: 0.25 }, curve: { kind: 'saturating', half: 4 },
    },
    {
      id: 'incidents', pillar: 'customer-impact', label: 'Incidents', weight: 18, absence: 'zero', ifSiteHas: false,
      signal: { kind: 'incidents' }, curve: { kind: 'saturating', half: 0.5 },
    },
    {
      id: 'demand', pillar: 'customer-impact', label: 'Customer demand', weight: 15, absence: 'zero', ifSiteHas: false,
      signal: { kind: 'demand' }, curve: { kind: 'saturating', half: 2.5 },
    },
    {
      id: 'affected', pillar: 'customer-impact', label: 'Affected customers', weight: 15, absence: 'unknown', ifSiteHas: true,
      signal: { kind: 'number', fields: ['Affected customers', 'Customers affected', 'Number of customers', 'Reach'] },
      curve: { kind: 'log', full: 1000 },
    },
    {
      id: 'work-type', pillar: 'technical-risk', label: 'Work type', signal: { kind: 'workType' }, weight: 14, absence: 'unknown', ifSiteHas: false,
      curve: {
        kind: 'table',
        values: {
          ...Object.fromEntries(stabilityTypes.map((type) => [type, 80])),
          Vulnerability: 100, Security: 100, 'Security issue': 100, 'Technical debt': 60, 'Tech debt': 60, 'Technical task': 45, Maintenance: 50,
          Incident: 90, '[System] Incident': 90, Outage: 100, Support: 40, 'Support request': 40, 'Service request': 40,
          '[System] Service request': 40, Question: 20, Spike: 30, Task: 30, 'Sub-task': 30, Subtask: 30, Story: 25, 'User Story': 25, Epic: 25,
          Initiative: 25, Feature: 25, 'New Feature': 25, Improvement: 30, Enhancement: 30, Suggestion: 15, Idea: 15, Documentation: 15,
          Change: 40, '[System] Change': 40, Test: 20, Aufgabe: 30, Unteraufgabe: 30, Tâche: 30, 'Sous-tâche': 30, Tarea: 30, Subtarea: 30,
          Tarefa: 30, Historia: 25, História: 25, Récit: 25, タスク: 30, ストーリー: 25, サブタスク: 30, 任务: 30, 子任务: 30, 故事: 25,
        },
        blank: [],
      },
    },
    {
      id: 'blocks', pillar: 'technical-risk', label: 'Blocks other work', weight: 4, absence: 'zero', ifSiteHas: false,
      signal: { kind: 'blocks' }, curve: { kind: 'saturating', half: 2 },
    },
    {
      id: 'recurrence', pillar: 'technical-risk', label: 'Recurring incidents', weight: 6, absence: 'zero', ifSiteHas: false,
      signal: { kind: 'recurrence', days: 90 }, curve: { kind: 'saturating', half: 1 },
    },
  ],
  effort: {
    sources: [
      { fields: ['Story Points', 'Story point estimate'], perUnit: 1 },
      { fields: ['timeoriginalestimate'], perUnit: 14_400 },
    ],
    e0: 1, k: 0.2, default: 3, min: 0.5, max: 40, unit: 'points',
  },
  urgency: {
    lambda: 0.6,
    due: { full: 0, none: 14, top: 0.4 },
    severity: { 1: 1, 2: 0.7, 3: 0.3, 4: 0.1, 5: 0 },
    slaBreached: 0.8,
  },
  evidence: defaultEvidence,
  customers: { segments: { enterprise: 3, growth: 2 }, members: {} },
  followUps: defaultFollowUps,
  blockers: {
    phrases: ['blocks', 'is dependent of', 'is depended on by', 'has to be done before'],
    blockedByPhrases: ['is blocked by', 'depends on', 'has to be done after'],
  },
  bands: { immediate: 65, soon: 38, canWait: 16 },
  lanes: [
    { lane: 'unsorted', any: [{ kind: 'isEvidence' }] },
    { lane: 'hot fix', any: [{ kind: 'openIncident', severity: 2 }, { kind: 'slaBreached' }, { kind: 'customers', moreThan: 10 }] },
    {
      lane: 'stability',
      any: [{ kind: 'workType', names: stabilityTypes }, { kind: 'followUp' }, { kind: 'strongestPillar', pillar: 'technical-risk', atLeast: 60 }],
    },
    {
      lane: 'strategic bet',
      any: [
        { kind: 'filled', fields: ['Goals', 'Goal', 'Objective', 'OKR', 'Key result', 'Strategic goal'] },
        { kind: 'level', atLeast: 1, atMost: 99 },
        { kind: 'effort', moreThan: 13 },
      ],
    },
    { lane: 'feature improvement', any: [{ kind: 'level', atLeast: -1, atMost: 0 }] },
  ],
  vocabulary: defaultVocabulary,
  horizons: [
    { horizon: 'now', any: [{ kind: 'lane', lane: 'hot fix' }, { kind: 'activeSprint' }, { kind: 'band', atLeast: 'immediate' }] },
    { horizon: 'next', any: [{ kind: 'band', atLeast: 'soon' }, { kind: 'unreleasedVersion' }] },
  ],
  votes: defaultVotes,
  moscow: defaultMoscow,
  capacity: defaultCapacity,
  decisionRights: defaultRights,
  overrides: defaultOverrideLimits,
  postMortem: defaultPostMortem,
  calendar: { holidays: [] },
};
