import type { SnapshotChangeItem, SnapshotIssue } from '../snapshot';

/** One changed field, with its moment in milliseconds since the epoch. */
export interface FieldChange extends SnapshotChangeItem {
  readonly at: number;
  /** What the field is called here, whichever Jira wrote the changelog. */
  readonly name: string;
}

/** An issue's changes up to a moment and after it, each oldest first. */
export interface Changes {
  readonly earlier: readonly FieldChange[];
  readonly later: readonly FieldChange[];
}

/** Server, Data Center and Cloud give some fields different names. */
const SAME_FIELD: Readonly<Record<string, string>> = {
  'issue type': 'issuetype',
  type: 'issuetype',
  component: 'components',
  'component/s': 'components',
  version: 'versions',
  'affects version/s': 'versions',
  'affects versions': 'versions',
  'fix version': 'fixversions',
  'fix version/s': 'fixversions',
  'fix versions': 'fixversions',
  issuelinks: 'link',
  'original estimate': 'timeoriginalestimate',
  'time spent': 'timespent',
  'due date': 'duedate',
};

export function changesOf({ changelog = [] }: SnapshotIssue, moment: number): Changes {
  const all = changelog
    .flatMap(({ created, items }) =>
      items.map((item): FieldChange => {
        const written = item.field.trim().toLowerCase();
        return { ...item, at: Date.parse(created), name: SAME_FIELD[written] ?? written };
      }),
    )
    .sort((a, b) => a.at - b.at);
  return {
    earlier: all.filter(({ at }) => at <= moment),
    later: all.filter(({ at }) => at > moment),
  };
}

/** The first change of a field after the moment says what stood there until then; undefined where nobody changed it since. */
export function undone({ later }: Changes, name: string): FieldChange | undefined {
  return later.find((change) => change.name === name);
}
