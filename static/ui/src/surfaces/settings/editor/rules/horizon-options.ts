import { Band } from '../../../../../../../src/core/terms/band';
import { capital } from '../../../../shared/text/sentences';
import type { RuleOptions } from './condition';
import { laneOptions } from './lane-options';

/** The rules that say when an issue is for. */
export const horizonRuleOptions: RuleOptions = {
  path: 'horizons',
  outcome: 'horizon',
  outcomeLabel: 'Horizon',
  most: 20,
  otherwise: 'What no rule places is for later.',
  outcomes: [
    { value: 'now', label: 'Now: current sprint' },
    { value: 'next', label: 'Next: coming release' },
    { value: 'later', label: 'Later: roadmap' },
  ],
  conditions: [
    {
      kind: 'lane',
      label: 'It is in the lane',
      fresh: { lane: 'hot fix' },
      parts: [{ kind: 'choice', key: 'lane', label: 'lane', options: laneOptions }],
    },
    { kind: 'activeSprint', label: 'It is in an active sprint', fresh: {}, parts: [] },
    { kind: 'unreleasedVersion', label: 'It is planned for a release', fresh: {}, parts: [] },
    {
      kind: 'band',
      label: 'Its score gives it attention',
      fresh: { atLeast: 'soon' },
      parts: [
        {
          kind: 'choice',
          key: 'atLeast',
          label: 'at least',
          options: Band.options.map((value) => ({ value, label: capital(value) })),
        },
      ],
    },
  ],
};
