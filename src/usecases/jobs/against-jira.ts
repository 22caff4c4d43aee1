import type { IssueRecord } from '../../core/issue/issue-record';
import type { FieldValues } from '../ports/field-writer';
import type { ScoredIssue, World } from '../ports/world';
import { standingAt } from '../scoring/scored-issue';

/** What really stands in Ballast's own fields, held against what the ledger remembers writing. */
export interface AgainstJira {
  /** Ids of the fields: to be asked for besides those that rubrics read. */
  readonly besides: readonly string[];
  /** The same issues without those fields: what Ballast wrote itself says nothing about an issue. */
  withoutOwn(records: readonly IssueRecord[]): readonly IssueRecord[];
  /** The scored issue as it is by what stands in the record that was read. */
  checked(scored: ScoredIssue, read: IssueRecord | undefined): ScoredIssue;
}

/** @throws Rejected when one of the fields is missing on this site */
export async function againstJira(
  world: Pick<World, 'fieldWriter' | 'siteFields'>,
): Promise<AgainstJira> {
  const own = world.fieldWriter.fieldIds(await world.siteFields.all());
  const besides = Object.values(own);
  return {
    besides,
    withoutOwn: (records) =>
      records.map((record) => ({ ...record, fields: without(besides, record.fields) })),
    checked: (scored, read) =>
      read === undefined ? scored : standingAt(scored, valuesIn(read, own)),
  };
}

function without(ids: readonly string[], fields: IssueRecord['fields']): IssueRecord['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([id]) => !ids.includes(id)));
}

function valuesIn(
  { fields }: IssueRecord,
  own: Readonly<Record<keyof FieldValues, string>>,
): FieldValues {
  const text = (id: string): string | null => {
    const value = fields[id];
    return typeof value === 'string' ? value : null;
  };
  const score = fields[own.score];
  return {
    score: typeof score === 'number' ? score : null,
    lane: text(own.lane),
    horizon: text(own.horizon),
    reasons: text(own.reasons),
  };
}
