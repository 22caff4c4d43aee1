import type { DecisionLog, DecisionView } from '../../contract/decisions';
import type { Decision } from '../../core/decisions/decision';
import type { Change } from '../../core/provenance/change';
import { Gone } from '../ports/failures';
import { redacted, shownSources, type Seen } from '../access/redact';
import type { Viewer } from '../ports/world';
import type { People } from '../ports/people';
import { seenMentions } from '../access/visible-mentions';
import type { Needs } from './needs';

/** An entry of the log as one person may read it. */
export interface ShownDecision {
  readonly decision: Decision;
  /** Name of who did it; null for Ballast itself. */
  readonly by: string | null;
}

export interface LogPage {
  readonly decisions: readonly ShownDecision[];
  /** Where the earlier ones begin; null on the last page. */
  readonly next: string | null;
}

/** Who reads a log: what it names is shown as far as they see it in Jira. */
export interface LogReader {
  readonly viewer: Viewer;
  readonly people: People;
  readonly world: Needs;
}

const SHOWN = 100;

/**
 * A page of the log of an issue, the newest first, without what names issues that this person may not see.
 * @throws Gone when the issue does not exist or this person may not see it.
 */
export async function logPage(
  issueId: string,
  cursor: string | null,
  reader: LogReader,
): Promise<LogPage> {
  if (!(await reader.viewer.visible([issueId])).has(issueId))
    throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const { decisions, next } = await reader.world.decisions.page(issueId, cursor);
  return { decisions: await shownTo(decisions, new Map(), reader), next };
}

/** The same as the contract has it. */
export async function viewLog(
  issueId: string,
  cursor: string | null,
  reader: LogReader,
): Promise<DecisionLog> {
  const { decisions, next } = await logPage(issueId, cursor, reader);
  return { decisions: decisions.map(decisionView), next };
}

/** Its first page. */
export async function listDecisions(
  issueId: string,
  reader: LogReader,
): Promise<readonly ShownDecision[]> {
  return (await logPage(issueId, null, reader)).decisions;
}

/**
 * The newest 100 for an issue that the person is known to see, without the names of who did it, as far as it is known what they may
 * read: whatever is not in `seen` counts as hidden, so that only what the newest entries name is asked of Jira.
 */
export async function glanceAtLog(
  issueId: string,
  before: Seen,
  { viewer, world }: Pick<LogReader, 'viewer' | 'world'>,
): Promise<readonly Decision[]> {
  const log = await world.decisions.of(issueId, SHOWN);
  const newest = [log[0], log.find(({ score }) => score !== null)];
  const asked = newest
    .flatMap((entry) => entry?.mentions ?? [])
    .filter((mention) => !before.has(mention));
  return readable(log, new Map([...before, ...(await seenMentions(asked, viewer, world))]));
}

/** These entries as a person may read them; one that is told only to who sees all that it is about is left out. */
export async function shownTo(
  decisions: readonly Decision[],
  before: Seen,
  { viewer, people, world }: LogReader,
): Promise<readonly ShownDecision[]> {
  const asked = [...new Set(decisions.flatMap(({ mentions }) => mentions))].filter(
    (mention) => !before.has(mention),
  );
  const [found, names] = await Promise.all([
    seenMentions(asked, viewer, world),
    people.names(decisions.flatMap(({ by }) => (by === null ? [] : [by]))),
  ]);
  return readable(decisions, new Map([...before, ...found])).map((decision) => ({
    decision,
    by: decision.by === null ? null : (names.get(decision.by) ?? 'somebody'),
  }));
}

function readable(decisions: readonly Decision[], seen: Seen): readonly Decision[] {
  return decisions
    .filter(
      ({ changes, mentions }) =>
        !changes.some(isForWhoSeesAll) || mentions.every((mention) => seen.get(mention) === true),
    )
    .map((decision) => shownDecision(decision, seen));
}

/** The customers that a hot fix affects. */
function isForWhoSeesAll(change: Change): boolean {
  return (
    change.kind === 'affectedSegments' ||
    (change.kind === 'recorded' && change.confidential === true)
  );
}

/**
 * The same entry without what this person may not see. What somebody wrote about the issue stays: they put it there for everybody who
 * can see it. What customers were told stays for who sees one of the requests that it stands on.
 */
function shownDecision(decision: Decision, seen: Seen): Decision {
  const { sentTo, mentions, changes, cause, lines } = decision;
  const seenRequests = sentTo?.filter(({ key }) => seen.get(key) === true);
  const mayReadText =
    decision.kind !== 'customer update' ||
    (seenRequests?.length ?? mentions.filter((key) => seen.get(key) === true).length) > 0;
  return {
    ...decision,
    cause: redacted(cause, seen),
    reason: mayReadText ? decision.reason : null,
    changes: redacted(changes, seen),
    lines:
      lines?.map((line) => ({ ...redacted(line, seen), from: shownSources(line.from, seen) })) ??
      null,
    mentions: mentions.filter((mention) => seen.get(mention) === true),
    ...(seenRequests === undefined ? {} : { sentTo: seenRequests }),
  };
}

/** The part of an entry that people are shown. */
export function decisionView({
  decision: { id, at, kind, changes, cause, reason, rubricVersion, score },
  by,
}: ShownDecision): DecisionView {
  return { id, at, kind, changes, cause, reason, by, rubricVersion, score };
}
