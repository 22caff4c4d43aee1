import { defaultCriteria } from './default-criteria';
import { defaultEvidence, defaultFollowUps } from './default-evidence';
import {
  defaultCapacity,
  defaultOverrideLimits,
  defaultPostMortem,
  defaultRights,
} from './default-governance';
import { defaultMoscow } from '../schema/moscow-settings';
import { defaultAgeing } from '../schema/ageing-settings';
import type { Rubric } from '../schema/schema';
import { stabilityTypes } from './stability-work';
import { topPriorities, upkeepWords } from './lane-words';
import { defaultVocabulary } from '../schema/vocabulary';
import { defaultRetention } from '../schema/retention-settings';
import { defaultVotes } from '../schema/vote-settings';

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
  criteria: defaultCriteria,
  ageing: defaultAgeing,
  effort: {
    sources: [
      { fields: ['Story Points', 'Story point estimate'], perUnit: 1 },
      { fields: ['timeoriginalestimate'], perUnit: 14_400 },
    ],
    e0: 1,
    k: 0.2,
    default: 3,
    min: 0.5,
    max: 40,
    unit: 'points',
  },
  urgency: {
    lambda: 0.6,
    due: { full: 0, none: 14, top: 0.4, passedHalfLifeDays: 30 },
    severity: { 1: 1, 2: 0.7, 3: 0.3, 4: 0.1, 5: 0 },
    slaBreached: 0.8,
  },
  evidence: defaultEvidence,
  customers: { segments: { enterprise: 3, growth: 2 }, members: {} },
  followUps: defaultFollowUps,
  blockers: {
    phrases: [
      'blocks',
      'is dependent of',
      'is depended on by',
      'is depended upon by',
      'is required by',
      'is needed by',
      'is a prerequisite for',
      'is a prerequisite of',
      'has to be done before',
    ],
    blockedByPhrases: [
      'is blocked by',
      'depends on',
      'depends upon',
      'requires',
      'needs',
      'has to be done after',
    ],
  },
  bands: { immediate: 65, soon: 38, canWait: 16 },
  lanes: [
    { lane: 'unsorted', any: [{ kind: 'isEvidence' }] },
    {
      lane: 'hot fix',
      any: [
        { kind: 'openIncident', severity: 2 },
        { kind: 'slaBreached' },
        { kind: 'customers', moreThan: 10 },
        { kind: 'freshPriority', names: topPriorities, days: 14, workTypes: stabilityTypes },
      ],
    },
    {
      lane: 'stability',
      any: [
        { kind: 'workType', names: stabilityTypes },
        { kind: 'followUp' },
        { kind: 'words', in: ['summary', 'labels', 'components'], any: upkeepWords },
        { kind: 'strongestPillar', pillar: 'technical-risk', atLeast: 60 },
      ],
    },
    {
      lane: 'strategic bet',
      any: [
        {
          kind: 'filled',
          fields: ['Goals', 'Goal', 'Objective', 'OKR', 'Key result', 'Strategic goal'],
        },
        { kind: 'level', atLeast: 1, atMost: 99 },
        { kind: 'effort', moreThan: 13 },
      ],
    },
    { lane: 'feature improvement', any: [{ kind: 'level', atLeast: -1, atMost: 0 }] },
  ],
  vocabulary: defaultVocabulary,
  horizons: [
    {
      horizon: 'now',
      any: [
        { kind: 'lane', lane: 'hot fix' },
        { kind: 'activeSprint' },
        { kind: 'band', atLeast: 'immediate' },
      ],
    },
    { horizon: 'next', any: [{ kind: 'band', atLeast: 'soon' }, { kind: 'unreleasedVersion' }] },
  ],
  votes: defaultVotes,
  moscow: defaultMoscow,
  capacity: defaultCapacity,
  decisionRights: defaultRights,
  overrides: defaultOverrideLimits,
  postMortem: defaultPostMortem,
  calendar: { holidays: [] },
  retention: defaultRetention,
};
