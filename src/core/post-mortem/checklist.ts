import type { Rubric } from '../rubric/schema/schema';
import type { ItemEntry, PostMortem, Signature } from './post-mortem';
import { ownMember } from '../terms/own-member';

/** `hand`: somebody ticks it. `derived`: it is done once what it asks for is there. */
export type ItemKind = 'hand' | 'derived';

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly kind: ItemKind;
  /** Closing waits for it. */
  readonly blocks: boolean;
  /** Null while it is open; `by` is empty where several people did it together. */
  readonly done: Signature | null;
  readonly note: string;
  readonly link: string | null;
  /** Account id: its own, or that of the post-mortem. */
  readonly owner: string | null;
  readonly due: string | null;
}

export const nothingWritten: ItemEntry = {
  note: '',
  link: null,
  owner: null,
  due: null,
  done: null,
};

/** Items whose evidence Ballast itself lays out: ticking them needs no more words. */
const LAID_OUT: readonly string[] = ['impact', 'timeline'];

/** When and by whom what such an item asks for came to be there. */
const DERIVED: Readonly<Record<string, (of: PostMortem) => Signature | null>> = {
  owner: ({ owner, touched, opened }) => (owner === null ? null : (touched['owner'] ?? opened)),
  factors: ({ factors }) => factors[0] ?? null,
  recurrence: ({ earlier, touched, opened }) =>
    earlier === null ? null : (touched['recurrence'] ?? opened),
  actions: ({ actions, noAction }) => actions[0] ?? noAction,
  review: ({ review, owner }) => (review !== null && review.by !== owner ? review : null),
  shared: ({ shared }) => shared[0] ?? null,
};

export function itemKind(id: string): ItemKind {
  return Object.hasOwn(DERIVED, id) ? 'derived' : 'hand';
}

/** Whether ticking the item wants a note or a link. */
export function wantsEvidence(id: string): boolean {
  return itemKind(id) === 'hand' && !LAID_OUT.includes(id);
}

/** The rubric's checklist as it stands; everything is open where there is no post-mortem yet. */
export function checklistOf(
  template: Rubric['postMortem'],
  of: PostMortem | null,
): readonly ChecklistItem[] {
  return template.checklist.map(({ id, text, required }) => {
    const entry = ownMember(of?.items ?? {}, id) ?? nothingWritten;
    const derived = ownMember(DERIVED, id);
    const done = of === null ? null : derived === undefined ? entry.done : derived(of);
    return {
      id,
      text,
      kind: itemKind(id),
      blocks: required,
      // Who and when alone: what signed it may name issues that the reader may not see.
      done: done === null ? null : { by: done.by, at: done.at },
      note: entry.note,
      link: entry.link,
      owner: entry.owner ?? of?.owner ?? null,
      due: entry.due ?? of?.due ?? null,
    };
  });
}

/** Items that closing waits for, in the order of the checklist. */
export function blocking(items: readonly ChecklistItem[]): readonly ChecklistItem[] {
  return items.filter(({ blocks, done }) => blocks && done === null);
}

/** What to do next: the first open item, those that closing waits for first. */
export function nextItem(items: readonly ChecklistItem[]): ChecklistItem | null {
  return blocking(items)[0] ?? items.find(({ done }) => done === null) ?? null;
}

/** Why the issue may not be closed yet, naming each item; null when nothing is in the way. */
export function closingRefusal(key: string, items: readonly ChecklistItem[]): string | null {
  const open = blocking(items);
  if (open.length === 0) return null;
  const names = open.map(({ text }) => text).join(' · ');
  return `${key} cannot be closed yet. In the Ballast panel, under Post-mortem, ${open.length} of ${items.length} items ${open.length === 1 ? 'is' : 'are'} open that closing waits for: ${names}.`;
}
