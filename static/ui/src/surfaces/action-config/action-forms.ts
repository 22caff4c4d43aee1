import { workLanes } from '../../../../../src/core/terms/lane';
/** One input of an automation action, as its form asks for it. Names are those of the manifest's inputs. */
export interface ActionField {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  /** Given: one of these. Absent: any text, smart values too. */
  readonly options?: readonly string[];
  /** What a new rule begins with. */
  readonly start?: string;
}

export interface ActionForm {
  readonly title: string;
  readonly does: string;
  readonly fields: readonly ActionField[];
}

const workItem: ActionField = {
  name: 'workItem',
  label: 'Work item',
  help: 'A key such as PAY-12, or a smart value.',
  required: true,
  start: '{{issue.key}}',
};

/** The forms by the keys of the actions in manifest.yml. */
export const ACTION_FORMS: Readonly<Record<string, ActionForm>> = {
  'ballast-rescore-item': {
    title: 'Rescore work item',
    does: 'Works out the priority score now. The rest of the rule can use score, previousScore, lane, previousLane, laneReason, band, horizon, reasons and changed.',
    fields: [workItem],
  },
  'ballast-rescore-project': {
    title: 'Rescore project',
    does: "Has every open work item of a project scored again in the background. The rule's user has to administer the project.",
    fields: [
      {
        name: 'project',
        label: 'Project',
        help: 'A key such as PAY, or a smart value.',
        required: true,
        start: '{{issue.project.key}}',
      },
    ],
  },
  'ballast-record-evidence': {
    title: 'Record evidence',
    does: "Records what another tool knows, and rescores the work item it speaks for. The rule's user has to be allowed to edit that work item.",
    fields: [
      { ...workItem, help: 'The work item that the evidence speaks for.' },
      {
        name: 'kind',
        label: 'Kind',
        help: 'What it is.',
        required: true,
        options: ['incident', 'support', 'report', 'usage'],
        start: 'support',
      },
      {
        name: 'source',
        label: 'Source',
        help: 'The tool that it comes from, such as Zendesk.',
        required: true,
      },
      {
        name: 'externalId',
        label: 'Id at the source',
        help: 'The same id again updates the same evidence, instead of counting twice.',
        required: true,
      },
      {
        name: 'status',
        label: 'Status',
        help: 'As known: what was reported before stays, and new evidence is open.',
        required: false,
        options: ['open', 'resolved', 'withdrawn'],
      },
      {
        name: 'customer',
        label: 'Customer',
        help: 'Who is affected. Each customer counts once, with the strongest evidence.',
        required: false,
      },
      {
        name: 'segment',
        label: 'Segment',
        help: 'Only where it differs from what the customer table says.',
        required: false,
      },
      {
        name: 'severity',
        label: 'Severity',
        help: 'As the source calls it: SEV2, P1, critical, {{issue.priority.name}}.',
        required: false,
      },
      {
        name: 'value',
        label: 'Value',
        help: 'A figure to be shown beside it, such as how many people are affected.',
        required: false,
      },
      {
        name: 'date',
        label: 'Date',
        help: 'The day it was raised, such as 2026-11-20 or {{issue.created}}; today when left empty.',
        required: false,
      },
    ],
  },
  'ballast-override-lane': {
    title: 'Override lane',
    does: "Pins a work item to a lane for a while, whatever the rubric's rules say. Who may is written in the rubric's decision rights.",
    fields: [
      workItem,
      {
        name: 'lane',
        label: 'Lane',
        help: 'Where people want to see it.',
        required: true,
        options: workLanes,
        start: 'hot fix',
      },
      {
        name: 'reason',
        label: 'Reason',
        help: 'Why people know better here. Everybody who opens the panel reads it.',
        required: true,
      },
      {
        name: 'until',
        label: 'Until',
        help: 'The last day, such as 2026-12-31, or a number of days from now.',
        required: true,
        start: '14',
      },
    ],
  },
};
