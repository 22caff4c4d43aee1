import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';
import type { KeptEvidence } from '../core/evidence-feeds/kept-evidence';
import type { EvidenceRecords } from '../usecases/ports/evidence';
import { Unavailable } from '../usecases/ports/failures';
import { ATTACHED_ENTITY, readAttached } from './attached';
import { readBatch, removeBatch } from './batches';
import { EVIDENCE_ENTITY, recordOf, storedOf, type EvidenceRecord } from './evidence-record';
import { guarded, refusalTo } from './guarded';
import { replaceIfUnchanged } from './replace-if-unchanged';

/** https://developer.atlassian.com/platform/forge/storage-reference/transactions/ */
const TRANSACTION_LIMIT = 25;
const PAGE = 100;

/**
 * Removes what is attached to an issue, and of its evidence what `restOf` leaves nothing of; the others become what it leaves. Cut off
 * anywhere, it is done again, as the list of what there is goes last.
 */
export async function removeAttachedTo(
  issueId: string,
  restOf: (kept: KeptEvidence) => KeptEvidence | null,
): Promise<void> {
  const attached = (await readAttached([issueId])).get(issueId);
  const records = await readBatch<EvidenceRecord>(EVIDENCE_ENTITY, attached?.evidence ?? []);
  const alone: (readonly [key: string, record: EvidenceRecord])[] = [];
  for (const [key, record] of records) {
    const { kept, pendingIssues } = storedOf(record);
    const rest = restOf(kept);
    if (rest === null) alone.push([key, record]);
    else if (rest !== kept) {
      const place = {
        entityName: EVIDENCE_ENTITY,
        key,
        what: `the evidence ${kept.externalId}`,
      };
      const next = recordOf(rest, pendingIssues, record.revision + 1);
      if (!(await replaceIfUnchanged(place, next, record.revision))) throw changed();
    }
  }
  await removeUnchanged(alone);
  await removeBatch(ATTACHED_ENTITY, [issueId]);
}

/** @throws Unavailable when one of them was written meanwhile: it may speak for something else by now */
export async function removeUnchanged(
  records: readonly (readonly [key: string, record: Pick<EvidenceRecord, 'revision'>])[],
): Promise<void> {
  for (let start = 0; start < records.length; start += TRANSACTION_LIMIT) {
    const refused = await refusalTo('removing evidence', () => {
      let transaction = kvs.transact();
      for (const [key, { revision }] of records.slice(start, start + TRANSACTION_LIMIT))
        transaction = transaction.delete(key, {
          entityName: EVIDENCE_ENTITY,
          conditions: new Filter<EvidenceRecord>().and(
            'revision',
            FilterConditions.equalTo(revision),
          ),
        });
      return transaction.execute();
    });
    if (refused !== null) throw refused.conflict ? changed() : refused.failure;
  }
}

/** A place is a day, and all pieces of one day come together: a cursor of the storage would not last. */
export const raisedBy: EvidenceRecords['raisedBy'] = async (untilDay, place) => {
  const fromDay = place === null ? null : Number(place);
  const query = kvs.entity<EvidenceRecord>(EVIDENCE_ENTITY).query().index('by-raised');
  const within = query.where(
    fromDay === null
      ? WhereConditions.lessThanEqualTo(untilDay)
      : WhereConditions.between(fromDay, Math.max(fromDay, untilDay)),
  );
  const found: EvidenceRecord[] = [];
  let cursor: string | undefined;
  do {
    const from = cursor;
    const { results, nextCursor } = await guarded('looking for old evidence', () =>
      (from === undefined ? within : within.cursor(from)).limit(PAGE).getMany(),
    );
    for (const { value } of results) {
      const last = found.at(-1)?.raisedDay;
      if (found.length >= PAGE && last !== undefined && value.raisedDay > last)
        return { pieces: found.map(storedOf), next: String(last + 1) };
      found.push(value);
    }
    cursor = nextCursor;
  } while (cursor !== undefined);
  return { pieces: found.map(storedOf), next: null };
};

function changed(): Unavailable {
  return new Unavailable('New evidence arrived while older evidence was being removed');
}
