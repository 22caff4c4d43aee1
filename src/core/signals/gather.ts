import type { Rubric } from '../rubric/schema/schema';
import { breachIn } from '../issue/sla-field';
import { evidenceFor } from './evidence';
import { utcDay } from '../issue/field-value';
import type { FieldInfo, IssueRecord, LinkRecord } from '../issue/issue-record';
import { evidenceKind, listed } from './linked';
import { readFields } from './readings';
import type { Signals } from './signal';
import { LOOKED_AT, speakingLinks } from './speaking-links';
import { siteFields } from '../issue/site-fields';
import { sprintState } from '../issue/sprint';
import type { Votes } from '../ratings/rating';

/** `linked` holds what could be read of `linkedWorthReading`; an issue that is not there still counts by what its link shows. */
export interface GatherInput {
  readonly issue: IssueRecord;
  readonly linked: ReadonlyMap<string, IssueRecord>;
  readonly rubric: Rubric;
  readonly fields: readonly FieldInfo[];
  /** What people answered when Ballast asked them, by criterion. */
  readonly votes?: Votes;
}

/** Everything the rubric judges the issue by. The same issue gives the same signals whatever the order of its links. */
export function gatherSignals({ issue, linked, rubric, fields, votes }: GatherInput): Signals {
  const site = siteFields(fields);
  return {
    issue: {
      id: issue.id,
      key: issue.key,
      project: issue.project.key,
      type: issue.type.name,
      level: issue.type.level,
      status: issue.status.name,
      category: issue.status.category,
      labels: issue.labels,
      created: utcDay(issue.created) ?? '',
      ...touchedOn(issue),
      due: issue.due,
      inActiveSprint: sprintState(issue, site) === 'active',
      hasRelease: issue.fixVersions.some((version) => !version.released),
      evidenceKind: evidenceKind(issue.type.name, issue.project.key, rubric),
      followUp: isFollowUp(issue, rubric),
      ...breachIn(site.slas, (field) => issue.fields[field.id]),
    },
    ...readFields(issue, rubric, site),
    evidence: evidenceFor(issue, linked, rubric, site),
    ...leftOutOf(issue, rubric),
    blocks: openEnds(issue, rubric.blockers.phrases),
    blockedBy: openEnds(issue, rubric.blockers.blockedByPhrases),
    ...(votes === undefined || Object.keys(votes).length === 0 ? {} : { votes }),
  };
}

/** Who writes Ballast's own fields moves `updated` too: what the ledger knows of that corrects it. */
function touchedOn({ updated }: IssueRecord): Pick<Signals['issue'], 'touched'> {
  const touched = utcDay(updated);
  return touched === null ? {} : { touched };
}

function leftOutOf(issue: IssueRecord, rubric: Rubric): Pick<Signals, 'leftOut'> {
  if (issue.links.length <= LOOKED_AT) return {};
  const { leftOut } = speakingLinks(issue, rubric);
  return Object.keys(leftOut).length === 0 ? {} : { leftOut };
}

function openEnds(issue: IssueRecord, phrases: readonly string[]): readonly string[] {
  const counts = (link: LinkRecord): boolean =>
    link.other.status.category !== 'done' &&
    link.other.key !== issue.key &&
    listed(phrases, link.phrase);
  return [...new Set(issue.links.filter(counts).map((link) => link.other.key))].sort();
}

function isFollowUp(issue: IssueRecord, { followUps }: Rubric): boolean {
  return (
    issue.labels.some((label) => listed(followUps.labels, label)) ||
    issue.links.some(
      (link) => listed(followUps.linkTypes, link.type) || listed(followUps.linkTypes, link.phrase),
    )
  );
}
