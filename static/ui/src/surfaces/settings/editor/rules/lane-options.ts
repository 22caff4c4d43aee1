import { RuledLane } from '../../../../../../../src/core/terms/lane';
import { capital } from '../../../../shared/text/sentences';
import { listAt, textAt, type RubricDocument } from '../../draft/document-path';
import type { ConditionPart, RuleOptions } from './condition';

export const laneOptions = RuledLane.options.map((value) => ({ value, label: capital(value) }));
const severities = [1, 2, 3, 4, 5].map((value) => ({
  value,
  label: value === 1 ? 'SEV1 (the worst)' : `SEV${value} or worse`,
}));

const wordPlaces = [
  { value: 'summary', label: 'its title' },
  { value: 'labels', label: 'its labels' },
  { value: 'components', label: 'its components' },
];
const onlyOfTypes: ConditionPart = {
  kind: 'names',
  key: 'workTypes',
  label: 'and only work types',
  from: 'workTypes',
  none: 'Of any work type',
};

/** The rules that put an issue into a lane. Pillars and the unit of effort are the draft's own. */
export function laneRuleOptions(document: RubricDocument): RuleOptions {
  const pillars = listAt(document, ['pillars']).map((pillar) => ({
    value: textAt(pillar, ['id']),
    label: textAt(pillar, ['label']),
  }));
  return {
    path: 'lanes',
    outcome: 'lane',
    outcomeLabel: 'Lane',
    outcomes: laneOptions,
    most: 40,
    otherwise: 'An issue that no rule places stays unsorted, and says so.',
    conditions: [
      {
        kind: 'openIncident',
        label: 'A linked incident is open',
        fresh: { severity: 2 },
        parts: [{ kind: 'choice', key: 'severity', label: 'of severity', options: severities }],
      },
      {
        kind: 'slaBreached',
        label: 'Its agreed time has passed, or that of a linked request',
        fresh: {},
        parts: [],
      },
      {
        kind: 'customers',
        label: 'Many customers have something open',
        fresh: { moreThan: 10 },
        parts: [
          {
            kind: 'number',
            key: 'moreThan',
            label: 'more than',
            unit: 'customers',
            min: 0,
            step: 1,
          },
        ],
      },
      {
        kind: 'workType',
        label: 'Its work type is one of',
        fresh: { names: [] },
        parts: [{ kind: 'names', key: 'names', label: 'work types', from: 'workTypes' }],
      },
      { kind: 'followUp', label: 'It follows up an incident', fresh: {}, parts: [] },
      {
        kind: 'strongestPillar',
        label: 'Its strongest pillar is',
        fresh: { pillar: pillars[0]?.value ?? '', atLeast: 60 },
        parts: [
          { kind: 'choice', key: 'pillar', label: 'pillar', options: pillars },
          {
            kind: 'number',
            key: 'atLeast',
            label: 'with at least',
            unit: 'points',
            min: 0,
            max: 100,
          },
        ],
      },
      {
        kind: 'filled',
        label: 'One of these fields is set',
        fresh: { fields: [] },
        parts: [{ kind: 'names', key: 'fields', label: 'fields', from: 'fields' }],
      },
      {
        kind: 'level',
        label: 'Its level in the hierarchy is',
        fresh: { atLeast: 1, atMost: 99 },
        parts: [
          {
            kind: 'number',
            key: 'atLeast',
            label: 'from',
            unit: '(−1 sub-task, 0 standard, 1 epic)',
            step: 1,
          },
          { kind: 'number', key: 'atMost', label: 'to', step: 1 },
        ],
      },
      {
        kind: 'effort',
        label: 'Its effort is large',
        fresh: { moreThan: 13 },
        parts: [
          {
            kind: 'number',
            key: 'moreThan',
            label: 'more than',
            unit: textAt(document, ['effort', 'unit']),
            min: 0,
          },
        ],
      },
      {
        kind: 'freshPriority',
        label: 'It is new and its priority is one of',
        fresh: { names: [], days: 14 },
        parts: [
          { kind: 'names', key: 'names', label: 'priorities', from: 'priorities' },
          {
            kind: 'number',
            key: 'days',
            label: 'created at most',
            unit: 'days ago',
            min: 0,
            max: 366,
            step: 1,
          },
          onlyOfTypes,
        ],
      },
      {
        kind: 'words',
        label: 'It mentions one of',
        fresh: { in: ['summary', 'labels', 'components'], any: [] },
        parts: [
          { kind: 'names', key: 'any', label: 'words or phrases' },
          { kind: 'several', key: 'in', label: 'in', options: wordPlaces },
          onlyOfTypes,
        ],
      },
      {
        kind: 'isEvidence',
        label: 'It is itself an incident or a support request',
        fresh: {},
        parts: [],
      },
    ],
  };
}
