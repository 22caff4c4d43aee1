import { unreadableToTheApp } from '../access/unreadable-to-the-app';
import { issuesOf, type KeptEvidence } from '../../core/evidence-feeds/kept-evidence';
import { aReport, type Report } from '../../core/evidence-feeds/report';
import type { Decision } from '../../core/decisions/decision';
import type { IssueRecord } from '../../core/issue/issue-record';
import { mentionsIn } from '../../core/signals/mention';
import { Declined, Forbidden } from '../ports/failures';
import { recordEvidence } from '../evidence/record-reports';
import type { ScoredIssue } from '../ports/reactions';
import { scoreIssues } from '../scoring/score-issues';
import { mustSee, rescoredItem, type RescoredItem } from './rescored-item';
import type { RuleUser } from './rule-user';

/** What a rule says; what it leaves empty stays as it was known. */
export type SaidByRule = Pick<
  Report,
  'source' | 'externalId' | 'kind' | 'state' | 'customer' | 'segment' | 'level' | 'value' | 'raised'
>;

/**
 * Records evidence for a work item and rescores it with every other work item that the same evidence speaks for. What rules of a
 * project tell is kept apart from what tools and the rules of other projects tell.
 * @throws Gone; Forbidden unless the rule's user may edit the work item and every other that the evidence speaks for already; Declined
 * for what a tool tells of this work item itself
 */
export async function recordEvidenceOfItem(
  key: string,
  said: SaidByRule,
  user: RuleUser,
): Promise<RescoredItem> {
  const { viewer, world, now } = user;
  await mustSee(key, viewer);
  if (!(await viewer.mayOn('EDIT_ISSUES', key)))
    throw new Forbidden(`The rule's user may not edit ${key}, and so not record evidence for it`);
  const [issue] = (await world.issues.find([key], [])).issues;
  if (issue === undefined) throw unreadableToTheApp(key);
  const scored: ScoredIssue[] = [];
  const rescore = async (ids: readonly string[], kept: readonly KeptEvidence[]): Promise<void> => {
    const { results } = await scoreIssues(ids, world, now);
    scored.push(...results);
    await world.decisions.record(results.flatMap((one) => entriesOf(one, kept, user)));
  };
  const report = aReport({
    ...said,
    occurred: now.getTime(),
    issues: { keys: [issue.key], whole: false },
  });
  const rule = {
    space: await spaceOf(said, issue, user),
    seesIt: await seesNamed(said.externalId.trim().toUpperCase(), user),
    mayChange: (kept: KeptEvidence) => mustEditAll(kept, issue.id, user),
  };
  await recordEvidence([report], rescore, { ...world, rule });
  const own =
    scored.find(({ entry }) => entry.issueId === issue.id) ??
    (await scoreIssues([issue.id], world, now)).results[0];
  if (own === undefined) throw unreadableToTheApp(key);
  return rescoredItem(own);
}

/**
 * Where the piece is kept: with the project's rules, or where it stands for this work item already: with those of the project that it
 * was moved from, or where everything stood before rules had places of their own.
 */
async function spaceOf(
  { source, externalId }: SaidByRule,
  issue: IssueRecord,
  { world }: RuleUser,
): Promise<string | undefined> {
  const { evidence = [] } = (await world.evidence.ofIssues([issue.id])).get(issue.id) ?? {};
  const same = evidence.filter(
    (one) =>
      one.source === source && one.externalId === externalId && issuesOf(one).includes(issue.id),
  );
  if (same.some(({ from }) => from === 'tool'))
    throw new Declined(
      `${source} tells of ${externalId} itself, and no rule changes that`,
      `Change it in ${source}, or give the rule's evidence an id of its own`,
    );
  const [known] = same;
  return known === undefined ? issue.project.id : known.space;
}

async function seesNamed(key: string, { viewer }: RuleUser): Promise<boolean> {
  return /^[A-Z][A-Z0-9_]+-\d+$/u.test(key) && (await viewer.visible([key])).has(key);
}

/** Issues that Jira does not show the app are not scored: nothing of them changes. */
async function mustEditAll(
  kept: KeptEvidence,
  issueId: string,
  { viewer, world }: RuleUser,
): Promise<void> {
  const others = issuesOf(kept).filter((id) => id !== issueId);
  if (others.length === 0) return;
  const { issues, unreadable } = await world.issues.find(others, []);
  const visible = await viewer.visible(others);
  for (const { id } of [...issues, ...unreadable])
    if (!visible.has(id) || !(await viewer.mayOn('EDIT_ISSUES', id)))
      throw new Forbidden(
        `The rule's user may not edit every work item that ${kept.externalId} of ${kept.source} speaks for already, and so not change it`,
      );
}

/** Who had it recorded stands in the log of every issue that it speaks for, whether or not anything moved. */
function entriesOf(
  { entry, inForce }: ScoredIssue,
  kept: readonly KeptEvidence[],
  { by, world, now }: RuleUser,
): readonly Decision[] {
  return kept
    .filter((one) => issuesOf(one).includes(entry.issueId))
    .map((one) => {
      const ref = { id: `${one.source}:${one.externalId}` };
      return {
        id: `${entry.issueId}:evidence:${now.getTime()}:${Math.floor(world.random() * 1e9)}`,
        issueId: entry.issueId,
        project: entry.project,
        at: now.toISOString(),
        kind: 'evidence',
        changes: [{ kind: 'evidenceRecorded', ref, as: one.kind.value, state: one.state.value.is }],
        cause: { kind: 'ruleRan' },
        reason: null,
        by,
        rubricVersion: inForce.version,
        score: null,
        lines: null,
        mentions: mentionsIn({ ref }),
      };
    });
}
