import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { changed, type Author, type PostMortemChange } from '../../../src/core/post-mortem/change';
import type { PostMortem } from '../../../src/core/post-mortem/post-mortem';
import { describePostMortemEntry } from '../../../src/core/describe/describe-post-mortem-entry';

export const template = defaultRubric.postMortem;

/** As Ballast opens it on a Monday. */
export function aPostMortem(facts: Partial<PostMortem> = {}): PostMortem {
  return {
    issueId: '10',
    key: 'PAY-1',
    project: 'PAY',
    severity: 1,
    incidents: ['INC-1'],
    raised: '2026-11-14T08:00:00.000Z',
    opened: { by: '', at: '2026-11-16T09:00:00.000Z' },
    due: '2026-11-19',
    owner: null,
    items: {},
    factors: [],
    earlier: null,
    actions: [],
    noAction: null,
    review: null,
    shared: [],
    recurrences: [],
    completed: null,
    touched: {},
    log: [],
    revision: 1,
    ...facts,
  };
}

export const anAction = (
  key: string,
  facts: Partial<PostMortem['actions'][number]> = {},
): PostMortem['actions'][number] => ({
  issueId: key.replace(/\D/g, ''),
  key,
  owner: 'omar',
  due: '2026-12-14',
  priority: true,
  done: null,
  by: 'mara',
  at: '2026-11-17T09:00:00.000Z',
  ...facts,
});

export const anAuthor = (by: string, facts: Partial<Author> = {}): Author => ({
  by,
  at: '2026-11-17T10:00:00.000Z',
  seen: Number.MAX_SAFE_INTEGER,
  names: [],
  ...facts,
});

export const tick = (id: string, note = 'we looked', done = true): PostMortemChange => ({
  kind: 'item',
  id,
  note,
  link: null,
  owner: null,
  due: null,
  done,
});

/** The record after these changes; throws where one is refused. */
export function after(
  of: PostMortem,
  ...changes: readonly (readonly [string, PostMortemChange])[]
): PostMortem {
  return changes.reduce((record, [by, change]) => {
    const outcome = changed(record, change, template, anAuthor(by));
    if (!outcome.ok) throw new Error(outcome.why);
    return outcome.next;
  }, of);
}

/** Everything that closing waits for. */
export function completed(of: PostMortem = aPostMortem()): PostMortem {
  return after(
    { ...of, actions: [...of.actions, anAction('PAY-7')] },
    ['mara', { kind: 'owner', owner: 'mara' }],
    ['mara', tick('impact', '')],
    ['mara', tick('timeline', '')],
    ['mara', tick('detection')],
    [
      'mara',
      { kind: 'addFactor', factor: 'testing', text: 'No test covers a ledger that is locked' },
    ],
    ['mara', { kind: 'earlier', keys: [] }],
    ['teo', { kind: 'review', note: '' }],
  );
}

/** What the newest line of the log says, as people read it. */
export function lastDone(of: PostMortem | null): string {
  const last = of?.log.at(-1);
  return last === undefined ? '' : describePostMortemEntry(last.entry);
}
