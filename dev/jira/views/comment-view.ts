import type { Comment, Issue, StoredText } from '../model/issue';
import { formatMoment } from '../model/jira-dates';
import { toAdf, toPlain } from '../model/rich-text';
import type { SiteState } from '../model/site-state';
import { personView, rest } from './entity-views';

export function textView(text: StoredText, version: 2 | 3): unknown {
  if (text === null) return null;
  return version === 3 ? toAdf(text) : toPlain(text);
}

export function commentView(state: SiteState, issue: Issue, comment: Comment, version: 2 | 3) {
  const author = personView(state, comment.author);
  return {
    self: rest(state, `issue/${issue.id}/comment/${comment.id}`),
    id: comment.id,
    ...(author === null ? {} : { author, updateAuthor: author }),
    body: textView(comment.body, version) ?? (version === 3 ? toAdf('') : ''),
    created: formatMoment(comment.created),
    updated: formatMoment(comment.updated),
    jsdPublic: comment.isPublic,
  };
}
