import { kvs } from '@forge/kvs';
import type { KeptEvidence } from '../core/evidence-feeds/kept-evidence';
import type { EvidenceRecords, EvidenceRef } from '../usecases/ports/evidence';
import { summedUpWithout } from '../core/terms/summed-up';
import { changeAttached, readAttached, type Body } from './attached';
import { readBatch } from './batches';
import { digest } from './digest';
import { EVIDENCE_ENTITY, recordOf, storedOf, type EvidenceRecord } from './evidence-record';
import { raisedBy, removeUnchanged, removeAttachedTo } from './evidence-removal';
import { guarded } from './guarded';
import { replaceIfUnchanged } from './replace-if-unchanged';
import { asSilent } from './still-speaking';
import { storedText, textOf } from './stored-text';

export { EVIDENCE_ENTITY };

export function kvsEvidence(): EvidenceRecords {
  return {
    async read(ref) {
      const record = await guarded('reading evidence', async () =>
        kvs.entity<EvidenceRecord>(EVIDENCE_ENTITY).get(await keyOf(ref)),
      );
      return record === undefined ? null : storedOf(record);
    },

    async write(kept, pendingIssues, read) {
      return replaceIfUnchanged(
        {
          entityName: EVIDENCE_ENTITY,
          key: await keyOf(kept),
          what: `the evidence ${kept.externalId}`,
        },
        recordOf(kept, pendingIssues, (read?.revision ?? 0) + 1),
        read?.revision ?? null,
      );
    },

    async attach(issueId, ref) {
      const key = await keyOf(ref);
      await changeAttached(issueId, async (before) =>
        before.evidence.includes(key)
          ? null
          : {
              ...((await withoutItsSum(before, key, issueId)) ?? before),
              evidence: [...before.evidence, key],
            },
      );
    },

    async ofIssues(issueIds) {
      const attached = await readAttached(issueIds);
      const records = await readBatch<EvidenceRecord>(EVIDENCE_ENTITY, [
        ...new Set([...attached.values()].flatMap(({ evidence }) => evidence)),
      ]);
      return new Map(
        [...attached].map(([issueId, { evidence, ...rest }]) => [
          issueId,
          { ...rest, evidence: evidence.flatMap((key) => keptOf(records.get(key))) },
        ]),
      );
    },

    async detach(issueId, ref) {
      const key = await keyOf(ref);
      await changeAttached(issueId, (before) =>
        before.evidence.includes(key)
          ? { ...before, evidence: before.evidence.filter((one) => one !== key) }
          : withoutItsSum(before, key, issueId),
      );
    },

    raisedBy,
    remove: async (pieces) =>
      removeUnchanged(
        await Promise.all(
          pieces.map(async ({ kept, revision }) => [await keyOf(kept), { revision }] as const),
        ),
      ),
    removeOf: removeAttachedTo,

    async ofCustomer(customer) {
      if (textOf(storedText(customer)) === '') return [];
      const found: KeptEvidence[] = [];
      let cursor: string | undefined;
      do {
        const query = kvs
          .entity<EvidenceRecord>(EVIDENCE_ENTITY)
          .query()
          .index('by-customer', { partition: [customer] })
          .limit(100);
        const page = await guarded("reading a customer's evidence", () =>
          (cursor === undefined ? query : query.cursor(cursor)).getMany(),
        );
        found.push(...page.results.flatMap(({ value }) => keptOf(value)));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return found;
    },
  };
}

const keyOf = ({ source, externalId, space }: EvidenceRef): Promise<string> =>
  space === undefined ? digest(source, externalId) : digest('rule', space, source, externalId);

/** Null where the piece, as it is known so far, is not among what was summed up. */
async function withoutItsSum(before: Body, key: string, issueId: string): Promise<Body | null> {
  const { summedUp } = before;
  if (summedUp.length === 0) return null;
  const record = await guarded('reading evidence', () =>
    kvs.entity<EvidenceRecord>(EVIDENCE_ENTITY).get(key),
  );
  const silent = record === undefined ? null : asSilent(storedOf(record).kept, issueId);
  const rest = silent === null ? summedUp : summedUpWithout(summedUp, silent);
  return rest === summedUp ? null : { ...before, summedUp: rest };
}

function keptOf(record: EvidenceRecord | undefined): KeptEvidence[] {
  return record === undefined ? [] : [storedOf(record).kept];
}
