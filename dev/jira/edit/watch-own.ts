import type { Issue } from '../model/issue';
import type { SiteState } from '../model/site-state';
import type { Actor } from './actor';

/** Whoever creates an issue or comments on it watches it from then on, unless they have switched that off: nobody here has. Apps watch nothing. */
export function watchOwn(state: SiteState, actor: Actor, issue: Issue): void {
  if (state.users.get(actor.accountId)?.accountType !== 'atlassian') return;
  issue.watchers = [...new Set([...issue.watchers, actor.accountId])];
}
