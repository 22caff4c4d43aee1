import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { Unavailable } from '../usecases/ports/failures';
import type { UpdateRoundsKept } from '../usecases/ports/updates';
import { removeBatch } from './batches';
import { guarded } from './guarded';
import { replaceIfUnchanged } from './replace-if-unchanged';

export const UPDATE_ENTITY = 'update';

/** By issue: read by the issue's id, as queries lag behind writes and two people may send at once. */
interface UpdateRecord {
  readonly revision: number;
  readonly body: string;
}

const body = z.object({
  v: z.literal(1),
  rounds: z
    .array(z.object({ id: z.string(), by: z.string(), at: z.string(), open: z.boolean() }))
    .readonly(),
});

export function kvsUpdates(): UpdateRoundsKept {
  return {
    async read(issueId) {
      const record = await guarded('reading who wrote to the customers', () =>
        kvs.entity<UpdateRecord>(UPDATE_ENTITY).get(issueId),
      );
      if (record === undefined) return null;
      const parsed = body.safeParse(JSON.parse(record.body));
      if (!parsed.success)
        throw new Unavailable(
          'Who wrote to the customers was kept by another version of Ballast: update the app',
        );
      return { issueId, revision: record.revision, rounds: parsed.data.rounds };
    },

    remove: (issueIds) => removeBatch(UPDATE_ENTITY, issueIds),

    write: ({ issueId, revision, rounds }) =>
      replaceIfUnchanged<UpdateRecord>(
        {
          entityName: UPDATE_ENTITY,
          key: issueId,
          what: `who wrote to the customers of issue ${issueId}`,
        },
        { revision, body: JSON.stringify({ v: 1, rounds } satisfies z.input<typeof body>) },
        revision === 1 ? null : revision - 1,
      ),
  };
}
