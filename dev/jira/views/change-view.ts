import type { Change, ChangeItem, Issue } from '../model/issue';
import { formatMoment } from '../model/jira-dates';
import type { SiteState } from '../model/site-state';
import { personView } from './entity-views';

export function changeItemView(item: ChangeItem) {
  return {
    field: item.field,
    fieldtype: item.fieldId?.startsWith('customfield_') === true ? 'custom' : 'jira',
    ...(item.fieldId === null ? {} : { fieldId: item.fieldId }),
    from: item.from,
    fromString: item.fromText,
    to: item.to,
    toString: item.toText,
  };
}

export function changeView(state: SiteState, change: Change) {
  const author = personView(state, change.author);
  return {
    id: change.id,
    ...(author === null ? {} : { author }),
    created: formatMoment(change.created),
    items: change.items.map(changeItemView),
  };
}

/** The `changelog` of an expanded issue: newest first, at most so many. */
export function recentChanges(state: SiteState, issue: Issue, most: number) {
  const histories = issue.history
    .slice(-most)
    .reverse()
    .map((change) => changeView(state, change));
  return { startAt: 0, maxResults: histories.length, total: issue.history.length, histories };
}
