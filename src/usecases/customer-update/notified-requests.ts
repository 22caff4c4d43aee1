import type { Decision } from '../../core/decisions/decision';
import { evidenceIn } from '../../core/signals/linked';
import type { Evidence } from '../../core/signals/signal';
import { mostTelling } from '../../core/signals/speaking-links';
import { mentionOf } from '../../core/signals/mention';
import type { LedgerEntry, Viewer } from '../ports/world';
import type { PersonsJira } from '../ports/post-mortem';
import { rubricsOf } from '../rubric/in-force';
import { seenMentions } from '../access/visible-mentions';
import type { Needs } from './needs';

/**
 * Evidence of hidden issues is not even counted: a count would tell that there is something. Whoever sees a link sees the issue at its
 * other end, so that only what no link shows them has to be asked.
 */
export async function seenEvidence(
  { issueId, signals }: LedgerEntry,
  viewer: Viewer,
  world: Pick<Needs, 'issues' | 'projects'>,
): Promise<readonly Evidence[]> {
  const all = signals?.evidence ?? [];
  if (all.length === 0) return [];
  const sight = await viewer.look(issueId);
  const seen = await seenMentions(all.flatMap(mentionOf), viewer, world, sight?.linked);
  return all.filter((piece) => mentionOf(piece).every((mention) => seen.get(mention) === true));
}

/**
 * Keys of the support requests that customers of an issue can be told on, as far as this person sees them. The ledger knows those of
 * an open issue, in the order in which they say most; of a closed one, which is told of just when it is resolved, its links do, read as
 * the person, who sees no link to what they may not see.
 */
export async function supportRequestKeys(
  entry: LedgerEntry,
  {
    viewer,
    world,
    jira,
  }: { readonly viewer: Viewer; readonly world: Needs; readonly jira: Pick<PersonsJira, 'issues'> },
  seen?: readonly Evidence[],
): Promise<readonly string[]> {
  if (entry.signals !== null)
    return supportRequestKeysIn(seen ?? (await seenEvidence(entry, viewer, world)));
  const [issue] = (await jira.issues.find([entry.issueId], [])).issues;
  if (issue === undefined) return [];
  const { rubric } = (await rubricsOf([entry.project], world.rubrics))(entry.project);
  const linked = issue.links
    .filter((link) => evidenceIn(link, rubric) === 'support')
    .map(({ other }) => other);
  return [...new Set(mostTelling(linked, rubric).map(({ key }) => key))];
}

export function supportRequestKeysIn(evidence: readonly Evidence[]): readonly string[] {
  return [
    ...new Set(
      evidence.flatMap(({ kind, key }) => (kind === 'support' && key !== undefined ? [key] : [])),
    ),
  ];
}

/** When each request was last told something, by the updates that were sent, the newest first. */
export function lastNotified(
  sent: readonly Decision[],
): ReadonlyMap<string, { readonly at: string; readonly sure: boolean }> {
  const notified = new Map<string, { readonly at: string; readonly sure: boolean }>();
  for (const { at, sentTo = [] } of sent)
    for (const { key, how } of sentTo)
      if (!notified.has(key)) notified.set(key, { at, sure: how === 'sent' });
  return notified;
}
