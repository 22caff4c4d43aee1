import { dayNumberOf } from '../core/time/utc-day';
import { kvs, Sort } from '@forge/kvs';
import { z } from 'zod';
import type { PostMortem } from '../core/post-mortem/post-mortem';
import { Unavailable } from '../usecases/ports/failures';
import type { PostMortems } from '../usecases/ports/post-mortem';
import { readBatch } from './batches';
import { fromFirstForm, type PostMortemFirstForm } from './post-mortems-first-form';
import { guarded } from './guarded';
import { replaceIfUnchanged } from './replace-if-unchanged';

export const POSTMORTEM_ENTITY = 'postmortem';

/** Attributes are what the index sorts by (manifest: storage.entities); the rest is one JSON text. */
interface PostmortemRecord {
  readonly revision: number;
  readonly project: string;
  /** Days since 1970; 0 without a due day. */
  readonly dueDay: number;
  readonly body: string;
}

const PAGE = 100;

const body = z.union([
  z.object({ v: z.literal(1), pm: z.custom<PostMortemFirstForm>() }),
  z.object({ v: z.literal(2), pm: z.custom<PostMortem>() }),
]);

export function kvsPostMortems(): PostMortems {
  return {
    async read(issueIds) {
      const records = await readBatch<PostmortemRecord>(POSTMORTEM_ENTITY, [...new Set(issueIds)]);
      return new Map([...records].map(([issueId, record]) => [issueId, postMortemOf(record)]));
    },

    write: (next) =>
      replaceIfUnchanged(
        {
          entityName: POSTMORTEM_ENTITY,
          key: next.issueId,
          what: `the post-mortem of issue ${next.issueId}`,
        },
        recordOf(next),
        next.revision === 1 ? null : next.revision - 1,
      ),

    async ofProject(project) {
      const query = kvs
        .entity<PostmortemRecord>(POSTMORTEM_ENTITY)
        .query()
        .index('by-project-due', { partition: [project] })
        .sort(Sort.DESC)
        .limit(PAGE);
      const page = await guarded("reading a project's post-mortems", () => query.getMany());
      return page.results.map(({ value }) => postMortemOf(value));
    },
  };
}

function recordOf(next: PostMortem): PostmortemRecord {
  return {
    revision: next.revision,
    project: next.project,
    dueDay: next.due === null ? 0 : (dayNumberOf(next.due) ?? 0),
    body: JSON.stringify({ v: 2, pm: next } satisfies z.input<typeof body>),
  };
}

function postMortemOf(record: PostmortemRecord): PostMortem {
  const parsed = body.safeParse(JSON.parse(record.body));
  if (!parsed.success)
    throw new Unavailable(
      'A post-mortem was written by another version of Ballast: update the app',
    );
  return parsed.data.v === 1 ? fromFirstForm(parsed.data.pm) : parsed.data.pm;
}
