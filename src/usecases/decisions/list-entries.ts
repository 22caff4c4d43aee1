import type { DecisionView } from '../../contract/decisions';
import { AFFECTED, type Decision } from '../../core/decisions/decision';
import type { Mention } from '../../core/signals/mention';
import { Gone } from '../ports/failures';
import { hideKeys } from '../access/hide-keys';
import type { Viewer, World } from '../ports/world';
import type { People } from '../ports/people';
import { seenMentions, wordsToHide } from '../access/visible-mentions';

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

type LogWorld = Pick<World, 'decisions' | 'issues'>;
/** What a person may read is known of these already, so that nobody asks again. */
type Seen = ReadonlyMap<Mention, boolean>;

const SHOWN = 100;

/**
 * A page of the log of an issue, the newest first, without what names issues that this person may not see.
 * @throws Gone when the issue does not exist or this person may not see it.
 */
export async function logPage(
  issueId: string,
  cursor: string | null,
  viewer: Viewer,
  people: People,
  world: LogWorld,
): Promise<LogPage> {
  if (!(await viewer.visible([issueId])).has(issueId))
    throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const { decisions, next } = await world.decisions.page(issueId, cursor);
  return { decisions: await shownTo(decisions, new Map(), viewer, people, world), next };
}

/** Its first page. */
export async function listDecisions(
  issueId: string,
  viewer: Viewer,
  people: People,
  world: LogWorld,
): Promise<readonly ShownDecision[]> {
  return (await logPage(issueId, null, viewer, people, world)).decisions;
}

/** The newest 100 for an issue that the person is known to see. */
export async function readLog(
  issueId: string,
  seen: Seen,
  viewer: Viewer,
  people: People,
  world: LogWorld,
): Promise<readonly ShownDecision[]> {
  return shownTo(await world.decisions.of(issueId, SHOWN), seen, viewer, people, world);
}

/** These entries as a person may read them; one that is told only to who sees all that it is about is left out. */
export async function shownTo(
  decisions: readonly Decision[],
  before: Seen,
  viewer: Viewer,
  people: People,
  world: LogWorld,
): Promise<readonly ShownDecision[]> {
  const asked = [...new Set(decisions.flatMap(({ mentions }) => mentions))].filter(
    (mention) => !before.has(mention),
  );
  const [found, names] = await Promise.all([
    seenMentions(asked, viewer, world),
    people.names(decisions.flatMap(({ by }) => (by === null ? [] : [by]))),
  ]);
  const seen = new Map([...before, ...found]);
  const told = decisions.filter(
    ({ changes, mentions }) =>
      !changes.some(({ what }) => what === AFFECTED) ||
      mentions.every((mention) => seen.get(mention) === true),
  );
  return told.map((decision) => ({
    decision: cleaned(decision, seen),
    by: decision.by === null ? null : (names.get(decision.by) ?? 'somebody'),
  }));
}

/**
 * The same entry without what this person may not see. What somebody wrote about the issue stays: they put it there for everybody who
 * can see it. What customers were told stays for who sees one of the requests that it stands on.
 */
function cleaned(decision: Decision, seen: Seen): Decision {
  const hidden = wordsToHide(seen);
  const clean = hideKeys(hidden);
  const orNull = (text: string | null): string | null => (text === null ? null : clean(text));
  const { sentTo } = decision;
  const told = sentTo?.filter(({ key }) => seen.get(key) === true);
  const mayReadText =
    decision.kind !== 'customer update' ||
    (told?.length ?? decision.mentions.filter((key) => seen.get(key) === true).length) > 0;
  return {
    ...decision,
    cause: clean(decision.cause),
    reason: mayReadText ? decision.reason : null,
    changes: decision.changes.map(({ because, ...change }) => ({
      ...change,
      from: orNull(change.from),
      to: orNull(change.to),
      ...(because === undefined ? {} : { because: clean(because) }),
    })),
    lines:
      decision.lines?.map((line) => ({
        ...line,
        value: typeof line.value === 'string' ? clean(line.value) : line.value,
        from: line.from.filter(({ key, text }) =>
          key === undefined ? clean(text) === text : !hidden.includes(key),
        ),
      })) ?? null,
    mentions: decision.mentions.filter((mention) => seen.get(mention) === true),
    ...(told === undefined ? {} : { sentTo: told }),
  };
}

/** The part of an entry that people are shown. */
export function decisionView({
  decision: { id, at, kind, changes, cause, reason, rubricVersion, score },
  by,
}: ShownDecision): DecisionView {
  return { id, at, kind, changes, cause, reason, by, rubricVersion, score };
}
