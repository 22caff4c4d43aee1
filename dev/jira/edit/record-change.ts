import type { ChangeItem, Issue } from '../model/issue';
import type { SiteState } from '../model/site-state';
import type { Actor } from './actor';
import type { Edit } from './field-edits';
import { emitUpdate } from './issue-events';

/** What an app may leave out when it writes its own fields. */
export interface Telling {
  readonly changelog: boolean;
  readonly events: boolean;
  /** The edits are an app's of its own fields: nobody else has edited the issue then. */
  readonly ownFields: boolean;
}

/** Makes prepared edits, writes one changelog entry for them and tells about it; nothing at all when nothing differs. */
export function commitEdits(
  state: SiteState,
  actor: Actor,
  issue: Issue,
  edits: readonly Edit[],
  telling: Telling = { changelog: true, events: true, ownFields: false },
): void {
  const items = edits.flatMap((edit) => edit.items);
  if (items.length === 0) return;
  for (const edit of edits) edit.apply();
  const { edited } = issue;
  touch(state, actor, issue);
  const changeId = telling.changelog ? recordChange(state, actor, issue, items) : '';
  if (telling.ownFields) issue.edited = edited;
  if (telling.events) emitUpdate(state, actor, issue, changeId, telling.changelog ? items : []);
}

/** Adds a changelog entry and returns its id. */
export function recordChange(
  state: SiteState,
  actor: Actor,
  issue: Issue,
  items: readonly ChangeItem[],
): string {
  state.lastChangeId += 1;
  const id = String(state.lastChangeId);
  issue.history = [...issue.history, { id, author: actor.accountId, created: actor.now, items }];
  touch(state, actor, issue);
  return id;
}

export function touch(state: SiteState, actor: Actor, issue: Issue): void {
  issue.updated = actor.now;
  issue.edited = actor.now;
  state.revision += 1;
  state.index.changed(issue, actor.now);
}
