import type { Cause } from '../../core/provenance/cause';
import type { Change } from '../../core/provenance/change';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { IssueRecord } from '../../core/issue/issue-record';
import { evidenceKind } from '../../core/signals/linked';
import {
  asRecorded,
  issuesOf,
  keyOfItself,
  type KeptEvidence,
} from '../../core/evidence-feeds/kept-evidence';
import { Forbidden, Gone, Rejected } from '../ports/failures';
import type { ScoredIssue } from '../ports/world';
import { recordUrgentChange } from '../decisions/record-urgent-change';
import type { Needs } from './needs';

type Evidenced = Pick<IssueRecord, 'key'> & { readonly kind: 'incident' | 'support' };

interface Linking {
  readonly result: ScoredIssue;
  /** As it was read just now: what links say already is not linked again. */
  readonly issue: IssueRecord;
  /** What the log says it came from. */
  readonly cause: Cause;
  readonly now: Date;
}

/** Links an urgent issue with what is named as evidence for it, each in the log; returns how many were tried. */
export async function linkEvidence(
  { result, issue, cause, now }: Linking,
  world: Needs,
): Promise<number> {
  const { rubric } = result.inForce;
  const evidence = await evidenceToLink(issue, rubric, world);
  for (const other of evidence)
    await recordUrgentChange(
      {
        result,
        name: `link-${other.key}`,
        change: await linkTo(other, issue, rubric, world),
        cause,
        now,
      },
      world,
    );
  return evidence.length;
}

/**
 * Incidents and support requests of this site that other tools or rules name as evidence for an issue, by the key, that no link
 * says yet; one that somebody took away stays away. Read as the app: who may not see one finds it neither among the links nor in the log.
 */
async function evidenceToLink(
  issue: IssueRecord,
  rubric: Rubric,
  world: Pick<Needs, 'evidence' | 'issues' | 'links'>,
): Promise<readonly Evidenced[]> {
  const { evidence = [] } = (await world.evidence.ofIssues([issue.id])).get(issue.id) ?? {};
  const others = [issue, ...issue.links.map(({ other }) => other)];
  const linked = new Set(others.map(({ key }) => key));
  const byId = new Set(others.map(({ id }) => id));
  const named = evidence.flatMap((kept) => {
    const key = keyOfItself(kept);
    return asRecorded(kept) !== null &&
      issuesOf(kept).includes(issue.id) &&
      mayBeLinked(kept, issue.id) &&
      key !== null &&
      !(kept.itself === undefined ? linked.has(key) : byId.has(kept.itself))
      ? [kept.itself ?? key]
      : [];
  });
  if (named.length === 0) return [];
  const takenAway = await world.links.takenAway(issue.key);
  const wanted = [...new Set(named)].filter((one) => !takenAway.has(one));
  if (wanted.length === 0) return [];
  const { issues } = await world.issues.find(wanted, []);
  return issues.flatMap(({ key, type, project }) => {
    const kind = evidenceKind(type.name, project.key, rubric);
    // Under its former key a moved issue may be linked already.
    return kind === null || linked.has(key) || takenAway.has(key) ? [] : [{ key, kind }];
  });
}

/** What a rule names its user must see; tools are trusted by who connected them. */
function mayBeLinked({ space, linkFor = [] }: KeptEvidence, issueId: string): boolean {
  return space === undefined || linkFor.includes(issueId);
}

/** Links by the rubric's type of link for such evidence. What Jira does not let Ballast link is in the log too, with Jira's reason. */
async function linkTo(
  { key, kind }: Evidenced,
  issue: IssueRecord,
  { evidence }: Rubric,
  { links }: Pick<Needs, 'links'>,
): Promise<Change> {
  const wanted = kind === 'incident' ? evidence.incidents.linkTypes : evidence.support.linkTypes;
  try {
    await links.link([...wanted, 'Relates', 'relates to'], issue.key, key);
    return { kind: 'evidenceLink', ref: { key }, as: kind };
  } catch (failure) {
    if (!(failure instanceof Rejected || failure instanceof Forbidden || failure instanceof Gone))
      throw failure;
    return { kind: 'evidenceLink', ref: { key }, as: kind, refused: failure.message };
  }
}
