import { attachLink } from '../model/register';
import type { LinkType } from '../model/entities';
import type { ChangeItem, Issue, IssueStub, Link } from '../model/issue';
import type { SiteState } from '../model/site-state';
import type { Actor } from './actor';
import { emitLink } from './issue-events';
import { recordChange } from './record-change';

/** Links two issues; the same link twice is one, as in Jira. Both changelogs tell of it, only a link event is sent. */
export function linkIssues(
  state: SiteState,
  actor: Actor,
  type: LinkType,
  source: Issue,
  destination: Issue,
): Link {
  const known = source.links.find(
    (link) => link.type === type && link.source === source && link.destination === destination,
  );
  if (known !== undefined) return known;
  state.lastLinkId += 1;
  const link: Link = { id: state.lastLinkId, type, source, destination };
  attachLink(state, link);
  recordChange(state, actor, source, [linkItem(type.outward, destination, true)]);
  recordChange(state, actor, destination, [linkItem(type.inward, source, true)]);
  emitLink(state, actor, 'created', link);
  return link;
}

export function unlinkIssues(state: SiteState, actor: Actor, link: Link): void {
  state.links.delete(link.id);
  const ends = [
    [link.source, link.type.outward, link.destination],
    [link.destination, link.type.inward, link.source],
  ] as const;
  for (const [end, words, other] of ends) {
    if (end.stub) continue;
    end.links = end.links.filter((each) => each !== link);
    recordChange(state, actor, end, [linkItem(words, other, false)]);
  }
  emitLink(state, actor, 'deleted', link);
}

function linkItem(words: string, other: Issue | IssueStub, added: boolean): ChangeItem {
  const text = `This issue ${words} ${other.key}`;
  return {
    field: 'Link',
    fieldId: null,
    from: added ? null : other.key,
    fromText: added ? null : text,
    to: added ? other.key : null,
    toText: added ? text : null,
  };
}
