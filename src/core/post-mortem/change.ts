import { dayOf } from '../time/utc-day';
import { RECORD_BUDGET, storedTextBytes } from '../terms/stored-bytes';
import type { PostMortemEntry } from '../provenance/post-mortem-entry';
import type { Rubric } from '../rubric/schema/schema';
import { blocking, checklistOf, itemKind, nothingWritten, wantsEvidence } from './checklist';
import type { FactorKind } from '../terms/factor';
import { logged, MOST_FACTORS, SHORTEST_LOG, type PostMortem } from './post-mortem';
import { ownMember } from '../terms/own-member';

/** What a person may do to a post-mortem. */
export type PostMortemChange =
  | { readonly kind: 'owner'; readonly owner: string }
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly note: string;
      readonly link: string | null;
      readonly owner: string | null;
      readonly due: string | null;
      readonly done: boolean;
    }
  | { readonly kind: 'addFactor'; readonly factor: FactorKind; readonly text: string }
  | { readonly kind: 'removeFactor'; readonly id: string }
  /** Keys of what happened before, none for the first time; null looks again. */
  | { readonly kind: 'earlier'; readonly keys: readonly string[] | null }
  /** Null takes the decision back. */
  | { readonly kind: 'noAction'; readonly reason: string | null }
  | { readonly kind: 'review'; readonly note: string }
  | { readonly kind: 'shared'; readonly how: string };

export interface Author {
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  /** The revision that the person was looking at. */
  readonly seen: number;
  /** Names of the people around this issue: no contributing factor may be one of them. */
  readonly names: readonly string[];
}

/** `stale`: somebody else changed the same part since the person looked. */
export type Changed =
  | { readonly ok: true; readonly next: PostMortem }
  | { readonly ok: false; readonly stale: boolean; readonly why: string };

type Edit = {
  readonly part: string | null;
  readonly to: Partial<PostMortem>;
  readonly said: PostMortemEntry;
};

/**
 * One change on top of the newest record. What touches different parts goes together, whoever was first; of two changes to the
 * same part the later one is held back until its author has seen the first.
 */
export function changed(
  of: PostMortem,
  change: PostMortemChange,
  template: Rubric['postMortem'],
  author: Author,
): Changed {
  const refusal = refusalOf(of, change, template, author);
  if (refusal !== null) return { ok: false, stale: false, why: refusal };
  const edit = editOf(of, change, template, author);
  const { part } = edit;
  const last = part === null ? undefined : ownMember(of.touched, part);
  if (last !== undefined && last.revision > author.seen && last.by !== author.by) {
    return { ok: false, stale: true, why: 'Somebody else changed this a moment ago' };
  }
  const next = amended(of, edit, template, author);
  const larger =
    storedTextBytes(next) > RECORD_BUDGET && storedTextBytes(next) > storedTextBytes(of);
  return larger
    ? {
        ok: false,
        stale: false,
        why: 'The post-mortem is full: it holds as much text as can be kept',
      }
    : { ok: true, next };
}

/** The next revision of the record, with the edit in it. */
export function amended(
  of: PostMortem,
  { part, to, said }: Edit,
  template: Rubric['postMortem'],
  { by, at }: Pick<Author, 'by' | 'at'>,
): PostMortem {
  const revision = of.revision + 1;
  const next: PostMortem = {
    ...of,
    ...to,
    revision,
    touched: part === null ? of.touched : { ...of.touched, [part]: { by, at, revision } },
    log: logged(of.log, { at, by: by === '' ? null : by, entry: said }),
  };
  const open = blocking(checklistOf(template, next)).length > 0;
  return withRoom({ ...next, completed: open ? null : (of.completed ?? dayOf(at)) });
}

/** What people wrote comes before who did what when: the oldest lines of the log make room. */
function withRoom(next: PostMortem): PostMortem {
  let { log } = next;
  while (log.length > SHORTEST_LOG && storedTextBytes({ ...next, log }) > RECORD_BUDGET)
    log = log.slice(Math.ceil(log.length / 10));
  return log === next.log ? next : { ...next, log };
}

function refusalOf(
  of: PostMortem,
  change: PostMortemChange,
  template: Rubric['postMortem'],
  { by, names }: Author,
): string | null {
  switch (change.kind) {
    case 'item':
      if (!template.checklist.some(({ id }) => id === change.id))
        return 'The checklist has no such item any more';
      if (change.done && itemKind(change.id) === 'derived')
        return 'This item is done once what it asks for is there';
      return change.done &&
        wantsEvidence(change.id) &&
        change.note.trim() === '' &&
        change.link === null
        ? 'Say what was found, or give a link to it, before you tick this'
        : null;
    case 'addFactor':
      if (of.factors.length >= MOST_FACTORS) return `There are ${MOST_FACTORS} factors already`;
      return namesSomebody(change.text, names)
        ? 'A contributing factor is never a person: say what let it happen'
        : null;
    case 'review':
      if (of.owner === null) return 'Somebody must own the post-mortem before it can be reviewed';
      return of.owner === by ? 'The owner cannot review it: ask somebody else' : null;
    default:
      return null;
  }
}

function editOf(
  of: PostMortem,
  change: PostMortemChange,
  template: Rubric['postMortem'],
  { by, at }: Author,
): Edit {
  switch (change.kind) {
    case 'owner':
      return {
        part: 'owner',
        to: { owner: change.owner },
        said: { kind: change.owner === by ? 'tookOver' : 'ownerNamed' },
      };
    case 'item':
      return itemEdit(of, change, template, { by, at });
    case 'addFactor': {
      const text = change.text.trim();
      return {
        part: null,
        to: {
          factors: [
            ...of.factors,
            { id: String(of.revision + 1), kind: change.factor, text, by, at },
          ],
        },
        said: { kind: 'factorAdded', factor: change.factor, text },
      };
    }
    case 'removeFactor':
      return {
        part: null,
        to: { factors: of.factors.filter(({ id }) => id !== change.id) },
        said: { kind: 'factorRemoved' },
      };
    case 'earlier':
      return {
        part: 'recurrence',
        to: { earlier: change.keys },
        said: { kind: 'earlier', issues: change.keys?.map((key) => ({ ref: { key } })) ?? null },
      };
    case 'noAction':
      return {
        part: 'actions',
        to: { noAction: change.reason === null ? null : { reason: change.reason, by, at } },
        said:
          change.reason === null
            ? { kind: 'noActionTakenBack' }
            : { kind: 'noAction', text: change.reason },
      };
    case 'review':
      return {
        part: 'review',
        to: { review: { by, at, note: change.note } },
        said: { kind: 'reviewed' },
      };
    case 'shared':
      return {
        part: null,
        to: { shared: [...of.shared, { by, at, how: change.how }].slice(-20) },
        said: { kind: 'shared', how: change.how },
      };
  }
}

function itemEdit(
  of: PostMortem,
  change: Extract<PostMortemChange, { kind: 'item' }>,
  template: Rubric['postMortem'],
  signature: { readonly by: string; readonly at: string },
): Edit {
  const before = ownMember(of.items, change.id) ?? nothingWritten;
  const { id, note, link, owner, due } = change;
  const done = change.done ? (before.done ?? signature) : null;
  const text = template.checklist.find((item) => item.id === id)?.text ?? id;
  const ticked =
    (before.done === null) === (done === null) ? 'edited' : done === null ? 'reopened' : 'ticked';
  return {
    part: `item:${id}`,
    to: { items: { ...of.items, [id]: { note, link, owner, due, done } } },
    said: { kind: 'item', done: ticked, text },
  };
}

/** A mention, or the whole name of somebody around. */
function namesSomebody(text: string, names: readonly string[]): boolean {
  const said = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}@~]+/gu, ' ')} `;
  return (
    /@\p{L}|~accountid/iu.test(text) ||
    names.some(
      (name) =>
        name.trim().includes(' ') &&
        said.includes(
          ` ${name
            .trim()
            .toLowerCase()
            .replace(/[^\p{L}\p{N}]+/gu, ' ')} `,
        ),
    )
  );
}
