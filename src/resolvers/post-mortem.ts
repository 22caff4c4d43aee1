import { z } from 'zod';
import type { PostMortemContract } from '../contract/post-mortem';
import { createPreventiveAction } from '../usecases/post-mortem/create-action';
import { changePostMortem } from '../usecases/post-mortem/edit';
import { findOwners, suggestEarlier } from '../usecases/post-mortem/look-up';
import { sharePostMortem } from '../usecases/post-mortem/share';
import { startPostMortem, viewPostMortem } from '../usecases/post-mortem/view';
import { asking } from './asking';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

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

const changeAsk = issueAsk.extend({ seen: z.int().min(0), change });
const actAsk = issueAsk.extend({
  summary: words(255),
  owner: accountId,
  due: day,
  priority: z.boolean(),
});
const peopleAsk = issueAsk.extend({ query: z.string().max(100) });

export const postMortemHandlers = {
  'postmortem.view': asking(issueAsk, ({ issueId }, context) => viewPostMortem(issueId, context)),
  'postmortem.start': asking(issueAsk, ({ issueId }, context) => startPostMortem(issueId, context)),
  'postmortem.change': asking(changeAsk, (ask, context) =>
    changePostMortem(ask.issueId, ask.seen, ask.change, context),
  ),
  'postmortem.act': asking(actAsk, ({ issueId, ...action }, context) =>
    createPreventiveAction(issueId, action, context),
  ),
  'postmortem.share': asking(issueAsk, ({ issueId }, context) => sharePostMortem(issueId, context)),
  'postmortem.before': asking(issueAsk, ({ issueId }, context) => suggestEarlier(issueId, context)),
  'postmortem.people': asking(peopleAsk, ({ issueId, query }, context) =>
    findOwners(issueId, query, context),
  ),
} satisfies Handlers<PostMortemContract>;
