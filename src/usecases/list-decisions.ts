import type { Decision } from '../core/decisions/decision';
import { Gone } from './failures';
import type { Viewer, World } from './ports';
import type { People } from './ports/people';
import { hideKeys } from './hide-keys';

/** An entry of the log as one person may read it. */
export interface ShownDecision {
  readonly decision: Decision;
  /** Name of who did it; null for Ballast itself. */
  readonly by: string | null;
}

const SHOWN = 100;

/**
 * The log of an issue, the newest first, without the keys of issues that this person may not see.
 * @throws Gone when the issue does not exist or this person may not see it.
 */
export async function listDecisions(issueId: string, viewer: Viewer, people: People, world: Pick<World, 'decisions'>): Promise<readonly ShownDecision[]> {
  if (!(await viewer.visible([issueId])).has(issueId)) throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  return readLog(issueId, new Map(), viewer, people, world);
}

/** The same for an issue that the person is known to see; `seen` says of some keys whether they may see them, so that nobody asks again. */
export async function readLog(issueId: string, seen: ReadonlyMap<string, boolean>, viewer: Viewer, people: People, world: Pick<World, 'decisions'>): Promise<readonly ShownDecision[]> {
  const decisions = await world.decisions.of(issueId, SHOWN);
  const keys = [...new Set(decisions.flatMap(({ mentions }) => mentions))];
  const asked = keys.filter((key) => !seen.has(key));
  const [visible, names] = await Promise.all([viewer.visible(asked), people.names(decisions.flatMap(({ by }) => (by === null ? [] : [by])))]);
  const hidden = keys.filter((key) => !(seen.get(key) ?? visible.has(key)));
  return decisions.map((decision) => ({ decision: cleaned(decision, hidden), by: decision.by === null ? null : (names.get(decision.by) ?? 'somebody') }));
}

/** The same entry without these keys. What a person wrote stays: they put it on this issue for everybody who can see it. */
export function cleaned(decision: Decision, hiddenKeys: readonly string[]): Decision {
  const clean = hideKeys(hiddenKeys);
  const orNull = (text: string | null): string | null => (text === null ? null : clean(text));
  return {
    ...decision,
    cause: clean(decision.cause),
    changes: decision.changes.map(({ because, ...change }) => ({ ...change, from: orNull(change.from), to: orNull(change.to), ...(because === undefined ? {} : { because: clean(because) }) })),
    lines: decision.lines?.map((line) => ({ ...line, value: typeof line.value === 'string' ? clean(line.value) : line.value, from: line.from.filter(({ key }) => key === undefined || !hiddenKeys.includes(key)) })) ?? null,
    mentions: decision.mentions.filter((key) => !hiddenKeys.includes(key)),
  };
}
