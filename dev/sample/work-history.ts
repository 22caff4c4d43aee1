import type { SnapshotChange, SnapshotChangeItem } from '../jira/snapshot';
import { daysAgo } from './moments';
import { accountOf } from './people';
import { FIELDS, priorities, statusId } from './site-lists';
import type { WorkRow } from './work-row';

const PATH = ['Backlog', 'Selected', 'In Progress', 'In Review', 'Done'] as const;
export type WorkStatus = (typeof PATH)[number];

export function statusOf(row: WorkRow): WorkStatus {
  return row.status ?? (row.done === undefined ? 'Backlog' : 'Done');
}

/** How the row came to where it stands: status by status, with what was reopened, reprioritised or grew on the way. */
export function historyOf(row: WorkRow): SnapshotChange[] {
  const author = accountOf(row.who ?? row.by);
  const change = (
    age: number,
    items: readonly SnapshotChangeItem[],
    by = author,
  ): SnapshotChange => ({ author: by, created: daysAgo(age, row.id), items });
  const firstDone = row.reopened === undefined ? row.done : row.reopened + 8;
  const first = walk(row.age, firstDone ?? 0, firstDone === undefined ? statusOf(row) : 'Done');
  const second =
    row.reopened === undefined
      ? []
      : [
          { age: row.reopened, from: 'Done', to: 'Selected' } as const,
          ...(row.done === undefined
            ? [{ age: row.reopened - 0.1, from: 'Selected', to: 'Backlog' } as const]
            : walk(row.reopened, row.done, 'Done').slice(1)),
        ];
  const moves = [...first, ...second].map(({ age, from, to }) =>
    change(age, [statusItem(from, to), ...resolutionItem(row, from, to)]),
  );
  const others = [
    ...(row.priorityWas === undefined
      ? []
      : [change(row.age / 2, [priorityItem(row.priorityWas, row.priority)], accountOf('mara'))]),
    ...(row.pointsWas === undefined
      ? []
      : [change(row.age / 4, [pointsItem(row.pointsWas, row.points)])]),
  ];
  return [...moves, ...others].sort((one, other) => one.created.localeCompare(other.created));
}

interface Move {
  readonly age: number;
  readonly from: WorkStatus;
  readonly to: WorkStatus;
}

/** Evenly from creation to the end; work that ended without being done skips the steps between. */
function walk(start: number, end: number, last: WorkStatus): Move[] {
  const steps = PATH.slice(0, PATH.indexOf(last) + 1);
  return steps.slice(1).map((to, index) => ({
    age:
      last === 'Done' && to === 'Done' ? end : start - ((start - end) * (index + 1)) / steps.length,
    from: steps[index] ?? 'Backlog',
    to,
  }));
}

function statusItem(from: WorkStatus, to: WorkStatus): SnapshotChangeItem {
  return {
    field: 'status',
    fieldId: 'status',
    from: statusId(from),
    fromText: from,
    to: statusId(to),
    toText: to,
  };
}

function resolutionItem(row: WorkRow, from: WorkStatus, to: WorkStatus): SnapshotChangeItem[] {
  const resolution = row.resolution ?? 'Done';
  if (to === 'Done')
    return [
      {
        field: 'resolution',
        fieldId: 'resolution',
        from: null,
        fromText: null,
        to: null,
        toText: resolution,
      },
    ];
  return from === 'Done'
    ? [
        {
          field: 'resolution',
          fieldId: 'resolution',
          from: null,
          fromText: resolution,
          to: null,
          toText: null,
        },
      ]
    : [];
}

function priorityItem(from: string, to: string | undefined): SnapshotChangeItem {
  const idOf = (name: string | undefined) =>
    priorities.find((priority) => priority.name === name)?.id ?? null;
  return {
    field: 'priority',
    fieldId: 'priority',
    from: idOf(from),
    fromText: from,
    to: idOf(to),
    toText: to ?? null,
  };
}

function pointsItem(from: number, to: number | undefined): SnapshotChangeItem {
  return {
    field: 'Story Points',
    fieldId: FIELDS.points,
    from: null,
    fromText: String(from),
    to: null,
    toText: to === undefined ? null : String(to),
  };
}
