import { z } from 'zod';
import type { Ask, Contract } from '../contract';
import { createPreventiveAction } from '../usecases/post-mortem/create-action';
import { changePostMortem } from '../usecases/post-mortem/edit';
import { findOwners, suggestEarlier } from '../usecases/post-mortem/look-up';
import { sharePostMortem } from '../usecases/post-mortem/share';
import { startPostMortem, viewPostMortem } from '../usecases/post-mortem/view';
import type { PostMortemDesk } from '../usecases/post-mortem/post-mortem-desk';

const issueId = z.string().regex(/^\d{1,19}$/, 'must be the numeric id of an issue');
const accountId = z.string().min(1).max(128);
const key = z.string().regex(/^[A-Z][A-Z0-9_]{0,254}-\d{1,9}$/u, 'must be the key of an issue');
const day = z.iso.date({ error: 'must be a day such as 2026-11-20' });
const words = (max: number) => z.string().trim().min(1, 'must say something').max(max);
/** What opens in a browser and runs nothing. */
const link = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with https://' })
  .max(2_000);

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('owner'), owner: accountId }),
  z.strictObject({
    kind: z.literal('item'),
    id: z.string().max(40),
    note: z.string().max(4_000),
    link: link.nullable(),
    owner: accountId.nullable(),
    due: day.nullable(),
    done: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('addFactor'),
    factor: z.enum([
      'change',
      'testing',
      'detection',
      'capacity',
      'dependency',
      'design',
      'process',
      'knowledge',
    ]),
    text: words(500),
  }),
  z.strictObject({ kind: z.literal('removeFactor'), id: z.string().max(20) }),
  z.strictObject({ kind: z.literal('earlier'), keys: z.array(key).max(20).nullable() }),
  z.strictObject({ kind: z.literal('noAction'), reason: words(1_000).nullable() }),
  z.strictObject({ kind: z.literal('review'), note: z.string().trim().max(1_000) }),
  z.strictObject({ kind: z.literal('shared'), how: words(200) }),
]);

const asks = {
  'postmortem.view': z.object({ issueId }),
  'postmortem.start': z.object({ issueId }),
  'postmortem.change': z.object({ issueId, seen: z.int().min(0), change }),
  'postmortem.act': z.object({
    issueId,
    summary: words(255),
    owner: accountId,
    due: day,
    priority: z.boolean(),
  }),
  'postmortem.share': z.object({ issueId }),
  'postmortem.before': z.object({ issueId }),
  'postmortem.people': z.object({ issueId, query: z.string().max(100) }),
} satisfies { readonly [Q in keyof PostMortemQuestions]: z.ZodType<Ask<Q>> };

type PostMortemQuestions = {
  readonly [Q in keyof Contract as Q extends `postmortem.${string}` ? Q : never]: Contract[Q];
};

type Answers = {
  readonly [Q in keyof PostMortemQuestions]: (
    payload: unknown,
    desk: PostMortemDesk,
  ) => Promise<PostMortemQuestions[Q]['answer']>;
};

export const postMortemAnswers: Answers = {
  'postmortem.view': (payload, desk) =>
    viewPostMortem(asks['postmortem.view'].parse(payload).issueId, desk),
  'postmortem.start': (payload, desk) =>
    startPostMortem(asks['postmortem.start'].parse(payload).issueId, desk),
  'postmortem.change': (payload, desk) => {
    const asked = asks['postmortem.change'].parse(payload);
    return changePostMortem(asked.issueId, asked.seen, asked.change, desk);
  },
  'postmortem.act': (payload, desk) => {
    const { issueId: id, ...wish } = asks['postmortem.act'].parse(payload);
    return createPreventiveAction(id, wish, desk);
  },
  'postmortem.share': (payload, desk) =>
    sharePostMortem(asks['postmortem.share'].parse(payload).issueId, desk),
  'postmortem.before': (payload, desk) =>
    suggestEarlier(asks['postmortem.before'].parse(payload).issueId, desk),
  'postmortem.people': (payload, desk) => {
    const asked = asks['postmortem.people'].parse(payload);
    return findOwners(asked.issueId, asked.query, desk);
  },
};
