import { namesAt, numberAt, type RubricDocument } from '../../draft/document-path';
import { count } from '../../../../shared/text/format-number';
import type { Setting } from '../fields/setting';

const severities = [1, 2, 3, 4, 5].map((value) => ({ value, label: `SEV${value}` }));

export const evidenceSettings: readonly Setting[] = [
  {
    kind: 'heading',
    label: 'Incidents',
    help: 'A linked issue is an incident by its work type, project and link.',
  },
  {
    kind: 'names',
    from: 'workTypes',
    path: ['evidence', 'incidents', 'types'],
    label: 'Work types of incidents',
  },
  {
    kind: 'names',
    path: ['evidence', 'incidents', 'projects'],
    label: 'Projects of incidents',
    help: 'Keys. Everything in them is an incident too.',
    none: 'None in particular',
  },
  {
    kind: 'names',
    from: 'linkTypes',
    path: ['evidence', 'incidents', 'linkTypes'],
    label: 'Only through these links',
    none: 'Any link',
  },
  {
    kind: 'names',
    from: 'fields',
    path: ['evidence', 'incidents', 'severityFields'],
    label: 'Fields that tell the severity',
  },
  {
    kind: 'named numbers',
    path: ['evidence', 'incidents', 'severityNames'],
    label: 'Severity by what the field says',
    name: 'Name',
    number: 'Severity',
    min: 1,
    max: 5,
    whole: true,
    add: 'Add a name',
  },
  {
    kind: 'named numbers',
    from: 'priorities',
    path: ['evidence', 'incidents', 'severityByPriority'],
    label: 'Severity by priority',
    help: 'Where no field tells.',
    name: 'Priority',
    number: 'Severity',
    min: 1,
    max: 5,
    whole: true,
    add: 'Add a priority',
  },
  {
    kind: 'choice',
    path: ['evidence', 'incidents', 'assumedSeverity'],
    label: 'Taken when neither tells',
    options: severities,
  },
  {
    kind: 'severities',
    path: ['evidence', 'incidents', 'weights'],
    label: 'An incident counts as',
  },
  {
    kind: 'heading',
    label: 'Support tickets',
    help: 'Each customer counts once, by the strongest evidence.',
  },
  {
    kind: 'names',
    from: 'workTypes',
    path: ['evidence', 'support', 'types'],
    label: 'Work types of support tickets',
  },
  {
    kind: 'names',
    path: ['evidence', 'support', 'projects'],
    label: 'Projects of support tickets',
    help: 'Keys.',
    none: 'None in particular',
  },
  {
    kind: 'names',
    from: 'linkTypes',
    path: ['evidence', 'support', 'linkTypes'],
    label: 'Only through these links',
    none: 'Any link',
  },
  {
    kind: 'names',
    from: 'fields',
    path: ['evidence', 'support', 'customerFields'],
    label: 'Fields that name the customer',
  },
  {
    kind: 'choice',
    path: ['evidence', 'support', 'fallback'],
    label: 'Where none does',
    options: [
      { value: 'reporter', label: 'the reporter is the customer' },
      { value: 'none', label: 'nobody is' },
    ],
  },
  {
    kind: 'names',
    from: 'fields',
    path: ['evidence', 'support', 'satisfaction', 'fields'],
    label: 'Fields with a satisfaction from 1 to 5',
  },
  {
    kind: 'number',
    path: ['evidence', 'support', 'satisfaction', 'atMost'],
    label: 'A customer is unhappy with at most',
    min: 0,
    max: 5,
  },
  {
    kind: 'number',
    path: ['evidence', 'support', 'satisfaction', 'weight'],
    label: 'and then weighs',
    unit: 'times as much',
    min: 1,
    max: 10,
  },
  { kind: 'heading', label: 'Other evidence' },
  {
    kind: 'names',
    path: ['evidence', 'reports', 'phrases'],
    label: 'Links to duplicates',
    help: 'The words of the link seen from the issue: each reporter is a voice.',
  },
  {
    kind: 'number',
    path: ['evidence', 'strength', 'support'],
    label: 'A support ticket says',
    unit: 'of a customer',
    min: 0,
    max: 10,
  },
  {
    kind: 'number',
    path: ['evidence', 'strength', 'report'],
    label: 'A report says',
    unit: 'of a customer',
    min: 0,
    max: 10,
  },
  {
    kind: 'number',
    path: ['evidence', 'strength', 'usage'],
    label: 'A usage figure says',
    unit: 'of a customer',
    min: 0,
    max: 10,
  },
  {
    kind: 'number',
    path: ['evidence', 'halfLifeDays'],
    label: 'Resolved evidence says half as much after',
    unit: 'days',
    min: 0,
  },
  {
    kind: 'named texts',
    path: ['evidence', 'services'],
    label: 'Issues that stand for a service',
    help: 'For reports of other tools that name no issue. Several keys with commas.',
    name: 'Service',
    text: 'Issue keys',
    add: 'Add a service',
  },
  { kind: 'heading', label: 'Customers', help: 'Single customers are in the table “Customers”.' },
  {
    kind: 'named numbers',
    path: ['customers', 'segments'],
    label: 'Weight of a segment',
    help: 'A customer without one weighs 1.',
    name: 'Segment',
    number: 'Weight',
    min: 0,
    max: 100,
    add: 'Add a segment',
  },
  {
    kind: 'named texts',
    path: ['customers', 'members'],
    label: 'Segment of a customer',
    name: 'Customer',
    text: 'Segment',
    add: 'Add a customer',
  },
];

export const linkSettings: readonly Setting[] = [
  { kind: 'heading', label: 'Links between pieces of work' },
  { kind: 'names', path: ['followUps', 'labels'], label: 'Labels of follow-ups of incidents' },
  {
    kind: 'names',
    from: 'linkTypes',
    path: ['followUps', 'linkTypes'],
    label: 'Links to follow-ups',
  },
  {
    kind: 'names',
    path: ['blockers', 'phrases'],
    label: 'Words of a link from the issue that blocks',
  },
  {
    kind: 'names',
    path: ['blockers', 'blockedByPhrases'],
    label: 'and from the one that is blocked',
  },
];

export function evidenceText(document: RubricDocument): string {
  const types = count(namesAt(document, ['evidence', 'incidents', 'types']).length, 'work type');
  return `Incidents by ${types}, support tickets by ${namesAt(document, ['evidence', 'support', 'types']).length}; resolved evidence says half as much after ${numberAt(document, ['evidence', 'halfLifeDays']) ?? '…'} days.`;
}
