import type { Signal } from '../../../../../../../src/core/rubric/schema/criterion-signal';

type Kind = Signal['kind'];

interface SignalKind {
  readonly label: string;
  readonly group: 'A field of the issue' | 'The issue itself' | 'Evidence and links' | 'People';
  /** What its values are. */
  readonly gives: 'names' | 'number' | 'days';
  /** What one of them is called on the picture of the curve. */
  readonly unit: string;
  readonly help: string;
  /** Where nothing linked is a fact and never unknown. */
  readonly linked?: true;
  /** More must never lower the score. */
  readonly counted?: true;
}

/** What each signal is called and gives, in the order in which they are offered. */
export const signalKinds: Readonly<Record<Kind, SignalKind>> = {
  number: {
    label: 'Number in a field',
    group: 'A field of the issue',
    gives: 'number',
    unit: 'value',
    help: 'The number in the first of these fields that the site has.',
  },
  option: {
    label: 'Choice in a field',
    group: 'A field of the issue',
    gives: 'names',
    unit: 'choice',
    help: 'The name of what is chosen; of several, the one with the most points.',
  },
  user: {
    label: 'Person in a field',
    group: 'A field of the issue',
    gives: 'names',
    unit: 'person',
    help: 'Who stands in the field.',
  },
  count: {
    label: 'How many a field holds',
    group: 'A field of the issue',
    gives: 'number',
    unit: 'entries',
    help: 'How many labels, components, versions, choices or people it holds.',
  },
  filled: {
    label: 'Whether a field is set',
    group: 'A field of the issue',
    gives: 'number',
    unit: 'set (1) or not (0)',
    help: '1 where it holds anything at all.',
  },
  date: {
    label: 'Days until a date in a field',
    group: 'A field of the issue',
    gives: 'days',
    unit: 'days until',
    help: 'The nearer, the more it may say; days past are negative.',
  },
  priority: {
    label: 'Priority',
    group: 'The issue itself',
    gives: 'names',
    unit: 'priority',
    help: 'Jira’s own priority.',
  },
  workType: {
    label: 'Work type',
    group: 'The issue itself',
    gives: 'names',
    unit: 'work type',
    help: 'Bug, story, task …',
  },
  sprint: {
    label: 'Sprint',
    group: 'The issue itself',
    gives: 'names',
    unit: 'sprint',
    help: '“active”, “future” or “none”.',
  },
  sla: {
    label: 'Days until its agreed time',
    group: 'The issue itself',
    gives: 'days',
    unit: 'days until',
    help: 'Until the running service agreement is breached; negative afterwards.',
  },
  interest: {
    label: 'Votes and watchers',
    group: 'The issue itself',
    gives: 'number',
    unit: 'votes',
    help: 'Votes in Jira, plus watchers at a share of a vote each.',
    counted: true,
  },
  comments: {
    label: 'Comments',
    group: 'The issue itself',
    gives: 'number',
    unit: 'comments',
    help: 'How many comments it has.',
  },
  reopened: {
    label: 'How often reopened',
    group: 'The issue itself',
    gives: 'number',
    unit: 'times',
    help: 'Read from the history: each issue then costs one more question to Jira.',
  },
  age: {
    label: 'Age',
    group: 'The issue itself',
    gives: 'number',
    unit: 'days',
    help: 'Days since it was created.',
  },
  quiet: {
    label: 'Days without a change',
    group: 'The issue itself',
    gives: 'number',
    unit: 'days',
    help: 'Days since anybody but Ballast last changed it.',
  },
  timeInStatus: {
    label: 'Time in its status',
    group: 'The issue itself',
    gives: 'number',
    unit: 'days',
    help: 'Days since the status last changed. Read from the history.',
  },
  incidents: {
    label: 'Linked incidents',
    group: 'Evidence and links',
    gives: 'number',
    unit: 'incidents by weight',
    help: 'Each incident once, by the weight of its severity, fading once it is resolved.',
    linked: true,
    counted: true,
  },
  recurrence: {
    label: 'Recurring incidents',
    group: 'Evidence and links',
    gives: 'number',
    unit: 'incidents',
    help: 'Incidents raised or resolved within the last days.',
    linked: true,
    counted: true,
  },
  demand: {
    label: 'Customer demand',
    group: 'Evidence and links',
    gives: 'number',
    unit: 'customers by weight',
    help: 'Each customer once, by the strongest evidence and the weight of the segment.',
    linked: true,
    counted: true,
  },
  tickets: {
    label: 'Linked support tickets',
    group: 'Evidence and links',
    gives: 'number',
    unit: 'tickets',
    help: 'Each ticket once.',
    linked: true,
    counted: true,
  },
  duplicates: {
    label: 'Linked duplicates',
    group: 'Evidence and links',
    gives: 'number',
    unit: 'duplicates',
    help: 'Each duplicate once.',
    linked: true,
    counted: true,
  },
  blocks: {
    label: 'Issues that it blocks',
    group: 'Evidence and links',
    gives: 'number',
    unit: 'issues',
    help: 'Open issues that wait for this one.',
    linked: true,
    counted: true,
  },
  blockedBy: {
    label: 'Issues that block it',
    group: 'Evidence and links',
    gives: 'number',
    unit: 'issues',
    help: 'Open issues that this one waits for.',
    linked: true,
  },
  links: {
    label: 'Links of some kinds',
    group: 'Evidence and links',
    gives: 'number',
    unit: 'issues',
    help: 'Issues, open or not, that are linked in these words, as this issue says them: “is caused by”.',
    linked: true,
  },
  rating: {
    label: 'What people answer',
    group: 'People',
    gives: 'number',
    unit: 'rating',
    help: 'The team rates it in the panel of the issue, on the scale given here.',
  },
};

export const kindNames = Object.keys(signalKinds) as readonly Kind[];

export function isSignalKind(kind: string): kind is Kind {
  return Object.hasOwn(signalKinds, kind);
}
