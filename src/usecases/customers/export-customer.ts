import type { CustomerExport } from '../../contract/customers';
import { issuesOf, type KeptEvidence } from '../../core/evidence-feeds/kept-evidence';
import { mentionOf } from '../../core/signals/mention';
import type { Evidence } from '../../core/signals/signal';
import { sameName } from '../../core/text/same-name';
import { seenMentions } from '../access/visible-mentions';
import type { Viewer } from '../ports/world';
import { administers } from './change-customer';
import { issuesNaming, type NamedOn } from './issues-naming';
import type { Needs } from './needs';

/** What is over these bounds is counted, so that the answer stays under the platform's size. */
const MOST_PIECES = 1_000;
const MOST_ISSUES = 200;
const ENTRIES_AN_ISSUE = 100;

/**
 * Everything that is kept about one customer, as far as the person sees the issues that it belongs to; how much they do not see is counted.
 * @throws Forbidden unless the person administers Jira
 */
export async function exportCustomer(
  name: string,
  viewer: Viewer,
  world: Needs,
  now: Date,
): Promise<CustomerExport> {
  await administers(viewer);
  const record = (await world.customers.read([sameName(name)])).get(sameName(name)) ?? null;
  const kept = await world.evidence.ofCustomer(sameName(name));
  const evidence = await piecesSeen(kept.slice(0, MOST_PIECES), viewer, world);
  const { found, hidden, complete } = await issuesNaming(name, viewer, world);
  const issues = found.slice(0, MOST_ISSUES);
  const updates = await updatesTo(issues, world);
  const document = {
    customer: name,
    exportedAt: now.toISOString(),
    record,
    evidence: evidence.shown,
    issues: issues.map(({ key, pieces }) => ({ key, evidence: pieces })),
    updates,
    leftOut: {
      evidenceOfIssuesThatYouMayNotSee: kept.slice(0, MOST_PIECES).length - evidence.shown.length,
      evidenceBeyondTheFirstThousand: Math.max(0, kept.length - MOST_PIECES),
      issuesThatYouMayNotSee: hidden,
      issuesBeyondTheFirstTwoHundred: found.length - issues.length,
      everyOpenIssueWasLookedAt: complete,
    },
  };
  return { fileName: 'ballast-customer.json', text: JSON.stringify(document, null, 2) };
}

/** Pieces of which the person sees an issue, with the issues that they see; ids that could be keys of issues that they do not see keep a piece away. */
async function piecesSeen(
  kept: readonly KeptEvidence[],
  viewer: Viewer,
  world: Needs,
): Promise<{ readonly shown: readonly object[] }> {
  const visible = await viewer.visible([...new Set(kept.flatMap(issuesOf))]);
  const mentionsOf = ({ source, externalId }: KeptEvidence): readonly string[] =>
    mentionOf({ id: `${source}:${externalId}` });
  const seen = await seenMentions(kept.flatMap(mentionsOf), viewer, world);
  const shown = kept.flatMap((piece) => {
    const issues = issuesOf(piece);
    const mine = issues.filter((id) => visible.has(id));
    const isSeen = issues.length === 0 || mine.length > 0;
    if (!isSeen || !mentionsOf(piece).every((one) => seen.get(one) === true)) return [];
    const { listed: _listed, added: _added, linkFor: _linkFor, space: _space, ...facts } = piece;
    return [{ ...facts, issueIds: mine }];
  });
  return { shown };
}

/** What was written to tickets that speak for the customer, from the logs of these issues. */
async function updatesTo(
  issues: readonly NamedOn[],
  { decisions }: Pick<Needs, 'decisions'>,
): Promise<readonly object[]> {
  const updates: object[] = [];
  for (const { issueId, key, pieces } of issues) {
    const tickets = new Set(pieces.flatMap((piece: Evidence) => piece.key ?? []));
    if (tickets.size === 0) continue;
    for (const { kind, at, reason, sentTo = [] } of await decisions.of(issueId, ENTRIES_AN_ISSUE)) {
      const to = sentTo.filter((one) => tickets.has(one.key));
      if (kind === 'customer update' && to.length > 0)
        updates.push({ issue: key, at, to, text: reason });
    }
  }
  return updates;
}
